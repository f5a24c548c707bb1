/** Counters for operators, served at /metrics. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly matches: Gauge;
  readonly sockets: Gauge;
  readonly commands: Counter<'kind'>;
  readonly refusals: Counter<'code'>;
  /** Seconds. */
  readonly commit: Histogram;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    matches: new Gauge({ name: 'matches_hosted', help: 'Matches held in memory', registers }),
    sockets: new Gauge({ name: 'sockets_connected', help: 'Connected sockets', registers }),
    commands: new Counter({
      name: 'commands_committed_total',
      help: 'Commands committed to the store',
      labelNames: ['kind'],
      registers,
    }),
    refusals: new Counter({
      name: 'messages_refused_total',
      help: 'Messages answered with an error',
      labelNames: ['code'],
      registers,
    }),
    commit: new Histogram({
      name: 'commit_seconds',
      help: 'Time until a command is durable',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers,
    }),
  };
}
