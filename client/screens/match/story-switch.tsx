import { useApp, useWords } from '../../app-context.ts';

/** Turns the sentences beside the segments on and off. */
export function StorySwitch() {
  const { story } = useApp().preferences;
  const { t } = useWords();
  return (
    <button
      type="button"
      class="story-switch"
      role="switch"
      aria-checked={story.value}
      title={t('voice.toggle.title')}
      onClick={() => {
        story.value = !story.value;
      }}
    >
      {t('voice.toggle')}
      <span class="story-track" aria-hidden="true" />
    </button>
  );
}
