/** Words about levels that people write themselves: the screen, what is wrong with a file, what the check has found. */
export const levels = {
  'lobby.own-level': 'Write or open your own level',

  'own-level.title': 'Your own level',
  'own-level.note':
    'A level is a small text file. Start from a lesson, change what you like, play it, and pass it on as a link.',
  'own-level.back': 'Back to the lobby',
  'own-level.loading-failed': 'This part of the game could not be loaded. Reload the page, please.',
  'own-level.source': 'Start from a lesson',
  'own-level.source.choose': 'choose …',
  'own-level.open': 'Open a file',
  'own-level.download': 'Download',
  'own-level.undo': 'Bring back the text before',
  'own-level.text': 'Text of the level',
  'own-level.text.empty': 'Choose a lesson, drop a file, or paste a text.',
  'own-level.file-too-long': 'This file is longer than 16 KiB. No level is that long.',
  'own-level.file-unreadable': 'This file could not be read.',
  'own-level.check': 'Check',
  'own-level.steps': 'How it goes',
  'own-level.steps.1': 'Start from the lesson that comes nearest to what you want, or open a file.',
  'own-level.steps.2':
    'Change it: the title, the story, who sends what and when, what the network does to it.',
  'own-level.steps.3':
    'What is wrong stands here at once, with its line. Then the level is played to prove it.',
  'own-level.steps.4': 'Play it yourself, and pass it on as a link: the whole level is in it.',
  'own-level.check.issues': 'To mend ({n}):',
  'own-level.check.more': 'and {n} more',
  'own-level.check.playing': 'The form is right. Now the level is being played …',
  'own-level.check.sound':
    'This level is sound. Perfect players have played it {seeds} times; the client was asked at most {a} times, the server {b} times.',
  'own-level.check.faults': 'The form is right. Played through, the level has a fault:',
  'own-level.check.playable': 'You can play it as it is, to see for yourself.',
  'own-level.check.too-slow':
    'The check was not done after {n} seconds and has been stopped. Make the level smaller: fewer connections, texts or faults.',
  'own-level.check.failed': 'The check stopped with a mistake of ours. Sorry.',
  'own-level.line': 'Line {n}',
  'own-level.play': 'Play it',
  'own-level.unranked': 'Matches of your own level are unranked: they count for no record.',
  'own-level.share': 'Pass it on',
  'own-level.share.link': 'The whole level is in this link',
  'own-level.share.long': 'The link has {n} characters. Some programs cut long links: then pass on the file.',
  'own-level.shared': 'A level made by somebody else, unranked',
  'own-level.shared.edit': 'Look into it, or change it',
  'own-level.untitled': 'A level from a file',
  'own-level.link.broken':
    'This link is damaged: perhaps it was cut off. Ask for it once more, or for the file.',
  'own-level.link.too-long': 'There is more in this link than a level may have, 16 KiB. It was not opened.',
  'own-level.link.unsupported':
    'This browser cannot unpack the link. Ask for the file, or use a newer browser.',
  'own-level.link.no-level': 'There is no level in this link that this game can play:',

  'level-place.whole': 'whole file',
  'level-place.connections': 'connection {n}',
  'level-place.script': 'script item {n}',
  'level-place.script.named': 'script item {n} (“{id}”)',
  'level-place.faults': 'fault {n}',
  'level-place.entry': '{list}, entry {n}',
  'level-place.field': '{place}: {field}',

  'level-issue.file/too-long': 'The file is too long: {detail} octets are the most.',
  'level-issue.file/not-json':
    'From here on this is not JSON. Look for a comma, a quotation mark or a bracket that is missing or too many, here or in the line above.',
  'level-issue.file/missing': 'This field is missing.',
  'level-issue.file/unknown-field': 'There is no such field: {detail}. Check the spelling, or take it out.',
  'level-issue.file/kind': 'This must be of another kind: {detail}.',
  'level-issue.file/choice': 'Only these are known here: {detail}.',
  'level-issue.file/too-small': 'This number must be {detail} or more.',
  'level-issue.file/too-large': 'This number must be {detail} or less.',
  'level-issue.file/too-few':
    'There is too little here; at least: {detail} (characters, or entries of a list).',
  'level-issue.file/too-many':
    'There is too much here; at most: {detail} (characters, or entries of a list).',
  'level-issue.file/ascii':
    'A text to be sent has 2 to 1460 characters: Latin letters, digits, spaces and plain signs, no accents, no line breaks.',
  'level-issue.file/invisible': 'This text has a line break or an invisible character.',
  'level-issue.file/name':
    'A name has 1 to 40 characters: a to z, 0 to 9 and hyphens, no capital letters, and no hyphen at the beginning.',
  'level-issue.file/no-language': 'The texts are in no language: give “en”, “zh-CN”, or both.',
  'level-issue.file/form': 'This has not the right form. {detail}',
  'level-issue.file/twice': 'Two items have the name “{detail}”. Each needs a name of its own.',
  'level-issue.file/unknown-item': 'Nothing in this connection has the name “{detail}”.',
  'level-issue.file/order': '“{detail}” stands further below. What an item waits for must stand above it.',
  'level-issue.file/lanes':
    'Two connections at once are the most. Set “rounds” to true to play them in turn.',
  'level-kind.object': 'a group of fields in { }',
  'level-kind.array': 'a list in [ ]',
  'level-kind.string': 'a text in quotation marks',
  'level-kind.number': 'a number',
  'level-kind.int': 'a whole number',
  'level-kind.boolean': 'true or false',

  'lesson-fault.lesson/times':
    'The times do not fit together. RTO must be longer than two flights, MSL no shorter than the longest flight, 2MSL no shorter than 3.5 RTO.',
  'lesson-fault.lesson/runaway':
    'The match does not end, or far too late. Such a level cannot be played: use fewer texts, faults or connections, or a larger window.',
  'lesson-fault.lesson/goal':
    'Even perfect players do not reach the goal. Perhaps nobody closes, the goal is another one, or the network loses too much.',
  'lesson-fault.lesson/stars': 'Even perfect players do not win three stars.',
  'lesson-fault.lesson/speed':
    'Speed would count for more than 30 % of all that can be won. Ask for more answers.',
  'lesson-fault.lesson/key-event': 'What “shows” promises does not happen.',
  'lesson-fault.lesson/question':
    'A question is never put, or something happens before it can be answered, or a seat is asked more than three times.',
  'lesson-fault.lesson/misconception': 'The mistake named in “trains” cannot be made anywhere in this level.',
  'lesson-fault.lesson/coincidence':
    'Two different mistakes give the same number, so they could not be told apart. Change the length of a text.',
  'lesson-fault.lesson/refused':
    'A right answer would be refused. That is a mistake of the game: please report it.',
  'lesson-fault.lesson/answer-misses':
    'One way of right answers does not reach the goal. A fault probably strikes only a merged card.',
  'lesson-fault.lesson/too-wide':
    'There are too many ways to play this level to check them all. Make it shorter.',
  'lesson-fault.lesson/no-harm':
    'The rule that “whatIf” switches does no harm in this level, so there is nothing to see.',
  'lesson-fault.lesson/harm': 'There is harm even under the right rule, so “whatIf” shows nothing.',
} as const;
