import type { App } from './app-context.ts';
import { AppContext, useApp } from './app-context.ts';
import { Notices } from './components/notices.tsx';
import { DebriefScreen } from './screens/debrief/debrief-screen.tsx';
import { LobbyScreen } from './screens/lobby/lobby-screen.tsx';
import { OwnLevelPlace } from './screens/own-level/own-level-place.tsx';
import { MatchScreen } from './screens/match/match-screen.tsx';
import { ReplayScreen } from './screens/replay/replay-screen.tsx';
import { SceneScreen } from './screens/scene/scene-screen.tsx';
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
  const { session, scene } = useApp();
  const place = session.place.value;
  const open = scene.open.value;
  // A match that has begun is more urgent than what would be if.
  if (open !== null && place !== 'match') return <SceneScreen open={open} />;
  switch (place) {
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

/** Where the page's address leads. */
export interface Address {
  /** The code of a match that the visitor is invited to. */
  readonly invitation: string | null;
  /** A replay link is a page of its own: no seat is needed there, and none is resumed. */
  readonly replay: string | null;
}

export function AppRoot({ app, address }: { app: App; address: Address }) {
  return (
    <AppContext.Provider value={app}>
      <Notices />
      {address.replay === null ? (
        <CurrentScreen invitation={address.invitation} />
      ) : (
        <ReplayScreen id={address.replay} />
      )}
    </AppContext.Provider>
  );
}
