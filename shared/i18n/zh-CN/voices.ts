import type { voices as english } from '../en/voices.ts';

/** 每种报文段在课程故事里说的那句话：打电话的快递员、通电话的朋友、道别的两个人。 */
export const voices = {
  'voice.plain': '用大白话说：“{sentence}”',
  'voice.quoted': '“{sentence}”',
  'voice.toggle': '故事',
  'voice.toggle.title': '把每个报文段都说成一句话',

  'voice.courier.syn': '喂，您在吗？我从 {seq} 数起。',
  'voice.courier.syn-ack': '在，听得见，接下来等您的 {ack}。您听得见我吗？我从 {seq} 数起。',
  'voice.courier.ack': '听得见，接下来等您的 {ack}。',
  'voice.courier.text': '我从 {seq} 说起：‘{text}’',
  'voice.courier.confirms': '接下来等您的 {ack}。',
  'voice.courier.fin': '我说完了，最后一个号是 {seq}。',
  'voice.courier.text-fin': '我从 {seq} 说起：‘{text}’我要说的就是这些。',
  'voice.courier.rst': '我这儿没有这通电话，别等 {seq} 了。',
  'voice.courier.rst-ack': '您说到 {ack} 了，可我这儿没有这通电话。',

  'voice.friends.syn': '嘿，有空聊聊吗？我从 {seq} 开始数。',
  'voice.friends.syn-ack': '有空，听见啦，下一个该你的 {ack}。你听得见我吗？我从 {seq} 开始数。',
  'voice.friends.ack': '听见啦，下一个该你的 {ack}。',
  'voice.friends.text': '{seq} 来啦：‘{text}’',
  'voice.friends.confirms': '下一个该你的 {ack}。',
  'voice.friends.fin': '我没别的说啦，{seq} 是最后一个。',
  'voice.friends.text-fin': '{seq} 来啦：‘{text}’我没别的说啦。',
  'voice.friends.rst': '电话？什么电话？别等 {seq} 啦。',
  'voice.friends.rst-ack': '你是说到 {ack} 了，可这是什么电话？我这儿没有呀。',

  'voice.farewell.syn': '是我，能说说话吗？我从 {seq} 数起。',
  'voice.farewell.syn-ack': '当然，我听见了，等着你的 {ack}。你听得见我吗？我从 {seq} 数起。',
  'voice.farewell.ack': '{ack} 之前的话，我都听到了。',
  'voice.farewell.text': '还有句话，从 {seq} 说起：‘{text}’',
  'voice.farewell.confirms': '你 {ack} 之前的话，我都听到了。',
  'voice.farewell.fin': '我的话说完了，{seq} 是最后一个号。',
  'voice.farewell.text-fin': '最后一句，从 {seq} 说起：‘{text}’我的话都说完了。',
  'voice.farewell.rst': '我不知道有什么通话，不必再等 {seq} 了。',
  'voice.farewell.rst-ack': '你说到 {ack} 了，可这里没人知道有什么通话。',
} as const satisfies Record<keyof typeof english, string>;
