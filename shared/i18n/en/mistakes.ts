/** The mistakes of understanding, by their codes: the idea behind each, and why it is wrong. */
export const mistakes = {
  'mistake.idea': 'A mistaken idea: “{mistake}”',
  'mistake.this-lesson': 'Just what this lesson trains.',
  'mistake.train': 'Train it next: {lesson}',
  'mistake.train.chosen': 'Your next lesson: {lesson}',
  'mistake.train.locked': 'Trained later, in “{lesson}”.',

  'mistake.M01': 'Three segments only prove that both sides can send and receive.',
  'mistake.M02': 'A close always takes four segments.',
  'mistake.M03': 'One FIN ends both directions.',
  'mistake.M04': 'TIME-WAIT belongs to the server, or always to the client.',
  'mistake.M05': 'CLOSE-WAIT and TIME-WAIT are much the same.',
  'mistake.M06': 'TIME-WAIT has just one purpose.',
  'mistake.M07': 'ack names the last octet received, or repeats the peer’s seq.',
  'mistake.M08': 'A SYN or a FIN uses no number, or a bare ACK uses one.',
  'mistake.M09': 'Every segment gets a fresh number.',
  'mistake.M10': 'Numbers begin at 0.',
  'mistake.M11': 'An ACK means that the application has the data.',
  'mistake.M12': 'CLOSE and ABORT end a connection alike.',
  'mistake.M13': 'A RST asks for another try, or for an answer.',
  'mistake.M14': 'Odd segments are all alike: a RST answers them.',
  'mistake.M15': 'It is enough to report losses, or to send everything twice.',
  'mistake.M16': 'A duplicate is an error, and ignored.',
  'mistake.M17': 'A connection is a wire in the network.',
  'mistake.M18': 'The client opens, and the client closes.',
  'mistake.M19': 'A FIN needs no ACK flag.',
  'mistake.M20': 'The handshake proves who the peer is.',
  'mistake.M21': 'An ACK must itself be acknowledged.',
  'mistake.M22': 'Data may go as soon as the SYN is out.',
  'mistake.M23': 'A FIN goes when TCP likes, or when the peer’s has come.',

  'reason.M01':
    'The third segment also protects against an old duplicate SYN: without it a late one opens a zombie.',
  'reason.M02':
    'ACK and FIN may share a segment when nothing is left to send: a close is not always four segments.',
  'reason.M03': 'Each direction ends by its own FIN. The other one may go on sending.',
  'reason.M04':
    'Whoever closes first waits in TIME-WAIT, client or server; both do after a simultaneous close.',
  'reason.M05':
    'CLOSE-WAIT waits for one’s own application to close; TIME-WAIT waits for the network to forget.',
  'reason.M06': 'TIME-WAIT has two purposes: it answers a repeated FIN, and it lets old segments die.',
  'reason.M07': 'ack names the next octet expected: seq + length. It is not the last octet received.',
  'reason.M08': 'A SYN and a FIN use one number each; a bare ACK uses none.',
  'reason.M09': 'Each direction has one number line. A segment starts where the last one ended.',
  'reason.M10':
    'The initial number is chosen so that old segments do not fit. The zero in capture tools is relative.',
  'reason.M11': 'An ACK says that the peer’s TCP has the data. Its application may never read it.',
  'reason.M12': 'CLOSE ends gracefully with a FIN. Only ABORT resets, and the peer loses data.',
  'reason.M13': 'A RST ends the connection at once. It is never answered.',
  'reason.M14': 'Whether an odd segment deserves a RST depends on the state and on the numbers.',
  'reason.M15':
    'The last segment can be lost, and so can the report or both copies. Only an acknowledgment proves arrival.',
  'reason.M16': 'A duplicate often means that your ACK was lost: acknowledge again.',
  'reason.M17':
    'A connection is two records, one at each end. One end can lose its record while the other keeps it.',
  'reason.M18': 'Either side may close first, and both may open or close at the same moment.',
  'reason.M19': 'After the handshake every segment carries ACK. A FIN without it is dropped.',
  'reason.M20': 'It proves that somebody sees what is sent to that address, and nothing more.',
  'reason.M21': 'A bare ACK uses no number. Answering it would never end.',
  'reason.M22': 'The connection is there only when the SYN has been acknowledged. SEND waits until then.',
  'reason.M23': 'FIN follows the application’s own CLOSE, never the peer’s.',
} as const;
