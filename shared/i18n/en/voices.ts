/**
 * What each kind of segment says in a lesson's story. A voice is whose story it is: a courier who rings, two friends on
 * the phone, two who say goodbye. True whatever the connection's state: ack names what is expected next and stands for
 * everything before it; the one who resets has no connection, before or by that.
 */
export const voices = {
  'voice.plain': 'In plain words: “{sentence}”',
  'voice.quoted': '“{sentence}”',
  'voice.toggle': 'Story',
  'voice.toggle.title': 'Tell every segment as a sentence',

  'voice.courier.syn': 'Hello, are you there? I count from {seq}.',
  'voice.courier.syn-ack': 'Yes, I hear you; I expect {ack} next. Do you hear me? I count from {seq}.',
  'voice.courier.ack': 'I hear you. {ack} is what I expect next.',
  'voice.courier.text': 'From {seq} on: ‘{text}’',
  'voice.courier.confirms': 'I expect {ack} next.',
  'voice.courier.fin': 'I have nothing more to say; {seq} is my last number.',
  'voice.courier.text-fin': 'From {seq} on: ‘{text}’ And that is all I have to say.',
  'voice.courier.rst': 'I know of no call. Don’t wait for {seq}.',
  'voice.courier.rst-ack': 'You have got as far as {ack}, but I know of no call.',

  'voice.friends.syn': 'Hey, got a minute? My numbers start at {seq}.',
  'voice.friends.syn-ack': 'Sure, I hear you; your next is {ack}. Do you hear me? Mine start at {seq}.',
  'voice.friends.ack': 'Got you. Your next is {ack}.',
  'voice.friends.text': 'Here comes {seq}: ‘{text}’',
  'voice.friends.confirms': 'Your next is {ack}.',
  'voice.friends.fin': 'That’s all from me; {seq} was my last.',
  'voice.friends.text-fin': 'Here comes {seq}: ‘{text}’ And that’s all from me.',
  'voice.friends.rst': 'Call? What call? Don’t wait for {seq}.',
  'voice.friends.rst-ack': 'You’re at {ack}, I see. But what call? There is none.',

  'voice.farewell.syn': 'It’s me. Can we talk? I count from {seq}.',
  'voice.farewell.syn-ack': 'Of course. I heard you and wait for {ack}. Can you hear me? I count from {seq}.',
  'voice.farewell.ack': 'I have heard all you said before {ack}.',
  'voice.farewell.text': 'One thing more, from {seq} on: ‘{text}’',
  'voice.farewell.confirms': 'I have heard all before {ack}.',
  'voice.farewell.fin': 'I have nothing more to say; {seq} is my last word.',
  'voice.farewell.text-fin': 'One last thing, from {seq} on: ‘{text}’ Now I have said it all.',
  'voice.farewell.rst': 'I know of no call; there is no use in waiting for {seq}.',
  'voice.farewell.rst-ack': 'You have come to {ack}, but nobody here knows of a call.',
} as const;
