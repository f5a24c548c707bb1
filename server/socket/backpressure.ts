/** A socket that does not read is closed: socket.io itself queues without bound. */
import type { Socket } from 'socket.io';

const MOST_PACKETS = 64;
const MOST_BYTES = 256 * 1024;

/** Counts what has been written and not yet taken by the transport; the result says when that is too much. */
export function watchBackpressure({ conn }: Socket): () => boolean {
  let packets = 0;
  let bytes = 0;
  conn.on('packetCreate', ({ data }: { readonly data?: unknown }) => {
    packets += 1;
    bytes += typeof data === 'string' ? data.length : 0;
  });
  conn.on('drain', () => {
    packets = 0;
    bytes = 0;
  });
  return () => packets > MOST_PACKETS || bytes > MOST_BYTES;
}
