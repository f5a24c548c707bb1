/** Questions about what a player knows of the connection: the question, its options, and why an answer is right. */
export const questions = {
  'question.title': 'What do you know?',
  'question.kind': 'Question: {name}',
  'question.answer': 'Answer',
  'question.skip': 'Skip',
  'question.one': 'One answer. A wrong one costs no more than none.',
  'question.several': 'All of them or nothing. A wrong answer costs no more than none.',
  'question.keys': 'Keys: digits choose, Enter answers, 0 skips.',
  'question.hidden': 'You are being asked: look at what was sent and what came.',
  'question.verdict.right': 'You know!',
  'question.verdict.wrong': 'Not quite.',
  'question.verdict.none': 'Not answered.',
  'question.given': 'You said: {options}',
  'question.right': 'Right is: {options}',
  'question.nothing': 'nothing',

  'question.known': 'What do you know now? Choose everything that is proven.',
  'question.peer-state':
    'Where is your peer? Choose every state that a correct peer can be in, whatever the network has done. It has neither given up nor aborted.',
  'question.time-wait': 'Who will wait in TIME-WAIT?',
  'question.waits-for': 'Your connection is in {state}. What does it wait for?',
  'question.data': 'Who has what you sent, for certain?',
  'question.still-there':
    'Nothing has come for a long time. Is the peer’s end of the connection still there?',
  'question.closes-first': 'Who may close this connection first?',
  'question.identity': 'What has the handshake proved of who the peer is?',

  'question.name.known': 'what is proven',
  'question.name.peer-state': 'where the peer is',
  'question.name.time-wait': 'who waits in TIME-WAIT',
  'question.name.waits-for': 'what a state waits for',
  'question.name.data': 'who has the data',
  'question.name.still-there': 'whether the peer is there',
  'question.name.closes-first': 'who closes first',
  'question.name.identity': 'who the peer is',

  'option.time-wait.me': 'I',
  'option.time-wait.peer': 'My peer',
  'option.time-wait.both': 'Both of us',
  'option.waits-for.own-close': 'My own application’s CLOSE',
  'option.waits-for.peer-fin': 'The peer’s FIN',
  'option.waits-for.old-segments': 'Old segments to die in the network',
  'option.data.nobody': 'Nobody that I know of',
  'option.data.peer-tcp': 'The peer’s TCP',
  'option.data.peer-application': 'The peer’s application',
  'option.still-there.yes': 'Yes: I would have been told',
  'option.still-there.no': 'No: such a silence ends it',
  'option.still-there.unknown': 'I cannot know until I send something',
  'option.closes-first.me': 'Only I',
  'option.closes-first.peer': 'Only my peer',
  'option.closes-first.either': 'Either of us, even both at once',
  'option.identity.nothing': 'Nothing yet',
  'option.identity.address': 'Somebody sees what is sent to its address',
  'option.identity.person': 'Who it is',

  'because.known':
    'A segment that came and was let in proves the way from the peer. One that acknowledges your SYN proves the way there, and that the peer’s own SYN is no ghost.',
  'because.time-wait.me':
    'Your FIN is acknowledged and the peer’s is still to come: you will give the last ACK, and whoever gives it waits.',
  'because.time-wait.peer':
    'The peer’s FIN came first: it will give the last ACK, to your FIN, and whoever gives it waits.',
  'because.time-wait.both': 'The FINs crossed: each end acknowledges the other’s, and so both wait.',
  'because.waits-for.own-close':
    'CLOSE-WAIT: the peer has closed its direction. Yours ends when your own application says CLOSE, and not before: one that forgets leaves the connection here for good.',
  'because.waits-for.peer-fin':
    'FIN-WAIT-2: your direction is closed and acknowledged. The peer may still send; its FIN ends the other direction.',
  'because.waits-for.old-segments':
    'TIME-WAIT: everything has been said. For 2MSL it answers a repeated FIN and lets old segments die.',
  'because.data.nobody': 'Nothing of it has been acknowledged: it may all be lost.',
  'because.data.peer-tcp':
    'All of it is acknowledged, so the peer’s TCP has it. Whether its application ever reads it, no segment tells.',
  'because.still-there.unknown':
    'The connection is two records and no wire. An idle peer and one that has lost its record sound just the same, until something is sent and answered.',
  'because.closes-first.either':
    'TCP has no client and no server once the connection is open: whose application says CLOSE, closes.',
  'because.identity.nothing': 'Nothing that you sent has been answered: anybody could have sent what came.',
  'because.identity.address':
    'It acknowledged your own initial number, so somebody sees what is sent to that address. Who that is, TCP never asks.',

  'because.peer.established/unheard':
    'Your ACK may be lost: then it is still in SYN-RECEIVED. If it has it, it is ESTABLISHED, and its application may have closed already: its FIN would be on its way.',
  'because.peer.established/heard':
    'It has left the handshake behind. Its application may have closed already: its FIN would be on its way.',
  'because.peer.fin-wait-1/unheard':
    'Whether it has heard your FIN, or even the ACK of its SYN+ACK, or has closed itself, nothing tells.',
  'because.peer.fin-wait-2':
    'It acknowledged your FIN with the very number that you expect, so it had not closed by then: CLOSE-WAIT. Its own FIN may be on its way by now: LAST-ACK.',
  'because.peer.close-wait/unknown': 'Its FIN has come. Whether it has heard your ACK of it, nothing tells.',
  'because.peer.close-wait/known':
    'It has acknowledged what you sent after its FIN, so it knows that its FIN was heard.',
  'because.peer.last-ack/unknown':
    'Your FIN is not acknowledged, and your ACK of the peer’s may be lost too. Your FIN may also have come, and the peer may even have waited its 2MSL.',
  'because.peer.last-ack/known':
    'It knows that its FIN was heard. Your FIN may be lost, may have come, or the peer may have waited its 2MSL already.',
  'because.peer.time-wait/crossed':
    'The FINs crossed, and yours is acknowledged: it waits for your ACK, waits out its own 2MSL, or is done.',
  'because.peer.time-wait/last':
    'It closed after it had heard your FIN. Your last ACK may be lost: then it is still in LAST-ACK. If it came, the peer is in CLOSED.',
} as const;
