import { useWords } from '../../app-context.ts';
import { Choice } from '../../components/choice.tsx';
import type { LobbyChoices } from '../../session/preferences.ts';

interface Properties {
  readonly value: LobbyChoices['seat'];
  readonly onChoose: (seat: LobbyChoices['seat']) => void;
}

export function RoleChoice({ value, onChoose }: Properties) {
  const { t } = useWords();
  return (
    <Choice
      legend={t('lobby.role')}
      value={value}
      onChoose={onChoose}
      options={(['A', 'B', 'random'] as const).map((seat) => ({
        value: seat,
        label: t(`lobby.role.${seat}`),
        note: t(`lobby.role.${seat}.note`),
      }))}
    />
  );
}
