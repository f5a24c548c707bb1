import { useContext } from 'preact/hooks';
import type { App } from './app-context.ts';
import { AppContext } from './app-context.ts';
import { Notices } from './components/notices.tsx';
import { DebriefScreen } from './screens/debrief/debrief-screen.tsx';
import { LobbyScreen } from './screens/lobby/lobby-screen.tsx';
import { MatchScreen } from './screens/match/match-screen.tsx';
import { WaitingScreen } from './screens/waiting/waiting-screen.tsx';

function CurrentScreen({ invitation }: { invitation: string | null }) {
  const place = useContext(AppContext)?.session.place.value;
  switch (place) {
    case 'waiting':
      return <WaitingScreen />;
    case 'match':
      return <MatchScreen />;
    case 'debrief':
      return <DebriefScreen />;
    case 'lobby':
    case undefined:
    default:
      return <LobbyScreen invitation={invitation} />;
  }
}

export function AppRoot({ app, invitation }: { app: App; invitation: string | null }) {
  return (
    <AppContext.Provider value={app}>
      <Notices />
      <CurrentScreen invitation={invitation} />
    </AppContext.Provider>
  );
}
