import type { questions as english } from '../en/questions.ts';

export const questions: { readonly [key in keyof typeof english]: string } = {
  'question.title': '您知道什么？',
  'question.kind': '提问：{name}',
  'question.answer': '回答',
  'question.skip': '跳过',
  'question.one': '只选一项。答错不另扣分。',
  'question.several': '全部选对才算对。答错不另扣分。',
  'question.keys': '按键：数字选择，Enter 回答，0 跳过。',
  'question.hidden': '正在提问：请看发出过什么、收到过什么。',
  'question.verdict.right': '答对了！',
  'question.verdict.wrong': '不完全对。',
  'question.verdict.none': '没有回答。',
  'question.given': '您的回答：{options}',
  'question.right': '正确答案：{options}',
  'question.nothing': '一项也没有',

  'question.known': '此刻您知道什么？选出所有已被证明的。',
  'question.peer-state':
    '对方在哪个状态？对方遵守规范，既未放弃也未中止；不论网络做过什么，选出它可能处于的所有状态。',
  'question.time-wait': '谁会在 TIME-WAIT 中等待？',
  'question.waits-for': '您的连接处于 {state}。它在等什么？',
  'question.data': '您发出的数据，可以肯定谁已经拿到？',
  'question.still-there': '很久没有收到任何东西了。对方那一端的连接还在吗？',
  'question.closes-first': '谁可以先关闭这条连接？',
  'question.identity': '关于对方是谁，握手证明了什么？',

  'question.name.known': '什么已被证明',
  'question.name.peer-state': '对方在哪个状态',
  'question.name.time-wait': '谁在 TIME-WAIT 中等待',
  'question.name.waits-for': '一个状态在等什么',
  'question.name.data': '谁拿到了数据',
  'question.name.still-there': '对方是否还在',
  'question.name.closes-first': '谁先关闭',
  'question.name.identity': '对方是谁',

  'option.time-wait.me': '我',
  'option.time-wait.peer': '对方',
  'option.time-wait.both': '双方',
  'option.waits-for.own-close': '我自己的应用调用 CLOSE',
  'option.waits-for.peer-fin': '对方的 FIN',
  'option.waits-for.old-segments': '网络中的旧报文段消亡',
  'option.data.nobody': '据我所知，没有谁',
  'option.data.peer-tcp': '对方的 TCP',
  'option.data.peer-application': '对方的应用',
  'option.still-there.yes': '在：否则我会得到通知',
  'option.still-there.no': '不在：沉默这么久就断了',
  'option.still-there.unknown': '不发点什么就无从得知',
  'option.closes-first.me': '只有我',
  'option.closes-first.peer': '只有对方',
  'option.closes-first.either': '任何一方，甚至双方同时',
  'option.identity.nothing': '还什么都没证明',
  'option.identity.address': '有人看得到发往那个地址的内容',
  'option.identity.person': '对方是谁',

  'because.known':
    '收到并被接受的报文段，证明对方到您这边是通的。确认了您的 SYN 的报文段，证明您到对方那边也是通的，还证明对方的 SYN 不是幽灵。',
  'because.time-wait.me':
    '您的 FIN 已被确认，对方的 FIN 还没来：最后一个 ACK 由您发出，谁发最后一个 ACK 谁等待。',
  'because.time-wait.peer': '对方的 FIN 先到：最后一个 ACK 由它发出，确认您的 FIN，谁发最后一个 ACK 谁等待。',
  'because.time-wait.both': '两个 FIN 交叉了：双方各自确认对方的 FIN，所以双方都要等待。',
  'because.waits-for.own-close':
    'CLOSE-WAIT：对方已关闭它的方向。您这个方向要等自己的应用调用 CLOSE 才会结束；应用忘了调用，连接就永远停在这里。',
  'because.waits-for.peer-fin':
    'FIN-WAIT-2：您的方向已关闭并得到确认。对方仍可发送，它的 FIN 才结束另一个方向。',
  'because.waits-for.old-segments': 'TIME-WAIT：话都说完了。在 2MSL 里它回答重发的 FIN，并让旧报文段消亡。',
  'because.data.nobody': '还没有任何一部分被确认：可能全都丢了。',
  'because.data.peer-tcp': '全部已被确认，所以对方的 TCP 拿到了。它的应用会不会去读，没有哪个报文段会说。',
  'because.still-there.unknown':
    '连接是两份记录，不是一根线。空闲的对方和丢了记录的对方听起来一模一样，直到发出什么并得到回答。',
  'because.closes-first.either': '连接一旦打开，TCP 就不分客户端和服务器：谁的应用调用 CLOSE，谁就关闭。',
  'because.identity.nothing': '您发出的东西还没有得到任何回答：收到的内容谁都可能发出。',
  'because.identity.address':
    '它确认了您自己的初始序列号，说明有人看得到发往那个地址的内容。至于那是谁，TCP 从不过问。',

  'because.peer.established/unheard':
    '您的 ACK 可能丢了：那对方还在 SYN-RECEIVED。收到了就是 ESTABLISHED；它的应用也可能已经调用 CLOSE，FIN 正在路上。',
  'because.peer.established/heard': '它已完成握手。它的应用可能已经调用 CLOSE，FIN 正在路上。',
  'because.peer.fin-wait-1/unheard':
    '它有没有收到您的 FIN，甚至有没有收到对 SYN+ACK 的 ACK，有没有自己关闭，都无从得知。',
  'because.peer.fin-wait-2':
    '它确认您的 FIN 时，序列号正是您期待的那个，说明那时它还没有关闭：CLOSE-WAIT。此刻它自己的 FIN 可能已在路上：LAST-ACK。',
  'because.peer.close-wait/unknown': '它的 FIN 已到。它有没有收到您的 ACK，无从得知。',
  'because.peer.close-wait/known': '它确认了您在它的 FIN 之后发出的内容，所以它知道自己的 FIN 已被听到。',
  'because.peer.last-ack/unknown':
    '您的 FIN 还没被确认，您对对方 FIN 的 ACK 也可能丢了。您的 FIN 也可能到了，对方甚至可能已经等完 2MSL。',
  'because.peer.last-ack/known':
    '它知道自己的 FIN 已被听到。您的 FIN 可能丢了，可能到了，对方也可能已经等完 2MSL。',
  'because.peer.time-wait/crossed':
    '两个 FIN 交叉了，您的已被确认：它在等您的 ACK，或在等自己的 2MSL，或已经结束。',
  'because.peer.time-wait/last':
    '它是听到您的 FIN 之后才关闭的。您最后的 ACK 可能丢了：那对方还在 LAST-ACK。如果到了，对方就在 CLOSED。',
};
