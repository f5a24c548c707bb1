/** One quiet line: where the bot will play, when it is not the server. */
import { useWords } from '../../app-context.ts';

export function PracticeNote({ isOffline, isChosen }: { isOffline: boolean; isChosen: boolean }) {
  const { t } = useWords();
  return (
    <p class="practice-note" role="status">
      {isOffline ? t('lobby.practice.offline') : isChosen && t('lobby.practice.chosen')}
    </p>
  );
}
