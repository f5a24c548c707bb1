/** Words for the gallery; the game passes its own. */
import type { BoardLabels } from './model.ts';

export const ENGLISH: BoardLabels = {
  data: 'DATA',
  sending: 'Sending',
  receiving: 'Receiving',
  application: 'Application',
  lastHeard: 'last heard',
  nothingHeard: 'nothing heard yet',
  peerClosed: 'closed its direction',
  peerReset: 'reset',
  away: 'away',
  standIn: 'bot',
  late: 'too late',
  damaged: 'checksum fails',
  timers: { retransmission: 'RTO', 'time-wait': '2MSL', user: 'user timeout' },
  crash: 'crash',
  calls: {
    'open-active': 'OPEN',
    'open-passive': 'OPEN (passive)',
    send: 'SEND',
    close: 'CLOSE',
    abort: 'ABORT',
  },
  ends: {
    goal: 'Goal reached',
    finished: 'Closed cleanly',
    reset: 'Reset',
    stuck: 'Stuck',
    'cut-off': 'Cut off',
  },
};

export const CHINESE: BoardLabels = {
  data: '数据',
  sending: '发送',
  receiving: '接收',
  application: '应用程序',
  lastHeard: '最近收到',
  nothingHeard: '尚未收到任何报文',
  peerClosed: '已关闭其方向',
  peerReset: '已重置',
  away: '离开',
  standIn: '机器人',
  late: '太迟了',
  damaged: '校验和错误',
  timers: { retransmission: 'RTO 超时', 'time-wait': '2MSL 到时', user: '用户超时' },
  crash: '崩溃',
  calls: {
    'open-active': 'OPEN',
    'open-passive': 'OPEN（被动）',
    send: 'SEND',
    close: 'CLOSE',
    abort: 'ABORT',
  },
  ends: {
    goal: '目标达成',
    finished: '连接已关闭',
    reset: '连接被重置',
    stuck: '卡住了',
    'cut-off': '已中断',
  },
};
