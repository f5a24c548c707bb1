import { useWords } from '../../app-context.ts';
import { CopyField } from '../../components/copy-field.tsx';
import { invitationLink } from '../../session/invitation.ts';

export function ShareLink({ code }: { code: string }) {
  const { t } = useWords();
  return (
    <div class="share">
      <p class="share-label">{t('waiting.pass-on')}</p>
      <p class="share-code" role="img" aria-label={code.split('').join(' ')}>
        {code.split('').map((letter, index) => (
          <span key={index} class="share-letter" aria-hidden="true">
            {letter}
          </span>
        ))}
      </p>
      <CopyField label={t('waiting.link')} value={invitationLink(location.origin, location.pathname, code)} />
    </div>
  );
}
