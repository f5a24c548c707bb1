/** A right answer as the play that a help stage asks for. */
import type { HelpStage } from './level.ts';
import type { Play } from './play.ts';
import type { Alternative } from '../tcp/alternatives.ts';
import { ACK, has } from '../wire/segment.ts';

export function playOf({ segment, endpoint }: Alternative, help: HelpStage): Play {
  const typed = help !== 'flags';
  return {
    card:
      segment === null
        ? null
        : {
            flags: segment.flags,
            seq: typed ? segment.seq : null,
            ack: typed && has(segment, ACK) ? segment.ack : null,
            len: segment.text.length,
          },
    state: help === 'states' ? endpoint.state : null,
  };
}
