import type { App } from './app-context.ts';
import { AppContext, useApp } from './app-context.ts';
import { Notices } from './components/notices.tsx';
import { DebriefScreen } from './screens/debrief/debrief-screen.tsx';
import { LobbyScreen } from './screens/lobby/lobby-screen.tsx';
import { OwnLevelPlace } from './screens/own-level/own-level-place.tsx';
import { MatchScreen } from './screens/match/match-screen.tsx';
import { WaitingScreen } from './screens/waiting/waiting-screen.tsx';

/** Without a seat a player is in the lobby, or at a level of somebody's own. */
function ScreenWithoutSeat({ invitation }: { invitation: string | null }) {
  const address = useApp().ownLevel.address.value;
  return address.kind === 'elsewhere' ? (
    <LobbyScreen invitation={invitation} />
  ) : (
    <OwnLevelPlace address={address} />
  );
}

function CurrentScreen({ invitation }: { invitation: string | null }) {
  switch (useApp().session.place.value) {
    case 'waiting':
      return <WaitingScreen />;
    case 'match':
      return <MatchScreen />;
    case 'debrief':
      return <DebriefScreen />;
    case 'lobby':
    default:
      return <ScreenWithoutSeat invitation={invitation} />;
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
