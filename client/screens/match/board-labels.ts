/** The words that the board draws on its canvas. */
import type { Language, TextKey } from '../../../shared/i18n/translate.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { BoardLabels } from '../../board/model.ts';

export function boardLabels(language: Language): BoardLabels {
  const t = (key: TextKey) => translate(language, key);
  return {
    data: t('segment.data'),
    sending: t('board.sending'),
    receiving: t('board.receiving'),
    application: t('board.application'),
    lastHeard: t('board.last-heard'),
    nothingHeard: t('board.nothing-heard'),
    peerClosed: t('board.peer-closed'),
    peerReset: t('board.peer-reset'),
    away: t('board.away'),
    standIn: t('board.stand-in'),
    late: t('board.late'),
    damaged: t('board.damaged'),
    timers: {
      retransmission: t('board.timer.retransmission'),
      'time-wait': t('board.timer.time-wait'),
      user: t('board.timer.user'),
    },
    crash: t('board.crash'),
    calls: {
      'open-active': t('board.call.open-active'),
      'open-passive': t('board.call.open-passive'),
      send: t('board.call.send'),
      close: t('board.call.close'),
      abort: t('board.call.abort'),
    },
    ends: {
      goal: t('board.end.goal'),
      finished: t('board.end.finished'),
      reset: t('board.end.reset'),
      stuck: t('board.end.stuck'),
      'cut-off': t('board.end.cut-off'),
    },
  };
}
