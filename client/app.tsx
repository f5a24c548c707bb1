import { useContext } from 'preact/hooks';
import type { App } from './app-context.ts';
import { AppContext } from './app-context.ts';
import { Notices } from './components/notices.tsx';
import { DebriefScreen } from './screens/debrief/debrief-screen.tsx';
import { LobbyScreen } from './screens/lobby/lobby-screen.tsx';
import { MatchScreen } from './screens/match/match-screen.tsx';
import { ReplayScreen } from './screens/replay/replay-screen.tsx';
import { SceneScreen } from './screens/scene/scene-screen.tsx';
import { WaitingScreen } from './screens/waiting/waiting-screen.tsx';

function CurrentScreen({ invitation }: { invitation: string | null }) {
  const app = useContext(AppContext);
  const place = app?.session.place.value;
  const scene = app?.scene.open.value ?? null;
  // A match that has begun is more urgent than what would be if.
  if (scene !== null && place !== 'match') return <SceneScreen open={scene} />;
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
