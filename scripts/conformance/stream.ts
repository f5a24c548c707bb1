/** The octets that one user sends in a connection vector, and the check that the other user gets exactly those. */
import type { Seq32 } from '../../shared/engine/base/seq32.ts';
import { seqDiff } from '../../shared/engine/base/seq32.ts';

/** Octet k of a stream has the value k mod 251. */
const octets = (from: number, length: number): string =>
  Array.from({ length }, (_, i) => String.fromCharCode((((from + i) % 251) + 251) % 251)).join('');

export interface Stream {
  /** A SYN with this number begins a connection: what earlier ones left undelivered is lost with them. */
  readonly begin: (iss: Seq32) => void;
  /** The text for the next SEND. */
  readonly next: (length: number) => string;
  /** The SEND was accepted. */
  readonly advance: (length: number) => void;
  /** What the stream has at a sequence number of the connection that began with `iss`. */
  readonly at: (iss: Seq32, seq: Seq32, length: number) => string;
  /** Text that reached the other user in that connection; null if it is what comes next there. */
  readonly deliver: (iss: Seq32, text: string) => string | null;
}

export function createStream(): Stream {
  let sent = 0;
  const connections = new Map<Seq32, { readonly start: number; delivered: number }>();
  return {
    begin: (iss) => {
      connections.set(iss, { start: sent, delivered: sent });
    },
    next: (length) => octets(sent, length),
    advance: (length) => {
      sent += length;
    },
    at: (iss, seq, length) => octets((connections.get(iss)?.start ?? 0) + seqDiff(seq, iss) - 1, length),
    deliver: (iss, text) => {
      const connection = connections.get(iss);
      if (connection === undefined || text === '') return null;
      const from = connection.delivered;
      connection.delivered += text.length;
      if (connection.delivered > sent)
        return `octets up to ${connection.delivered} were delivered, ${sent} were sent`;
      return text === octets(from, text.length)
        ? null
        : `the octets delivered from octet ${from} on are not those sent`;
    },
  };
}
