import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

/** Seconds: from a small read to what nobody should wait for. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];

export interface Count {
  /** One more. The values of labels are the program's own words, never a caller's. */
  add(labels: Labels): void;
}

export interface Durations {
  /** @param seconds below zero, where two clocks differ, counts as none */
  seen(seconds: number, labels?: Labels): void;
}

/** The metrics of one program in the form of Prometheus; those of the process and its event loop are among them. */
export interface Metrics {
  count(name: string, help: string, labels: readonly string[]): Count;
  durations(name: string, help: string, labels?: readonly string[]): Durations;
  /** Asked whenever metrics are read; one that cannot be had is NaN, and the others are told all the same. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** Several that are asked for together. @param read by the gauge's name, without `bistrom_` */
  gauges(
    helps: Readonly<Record<string, string>>,
    read: () => Promise<Readonly<Record<string, number>>>,
  ): void;
  text(): Promise<string>;
  readonly contentType: string;
}

const PREFIX = 'bistrom_';

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number | Promise<number>): void => {
    new Gauge({
      name: PREFIX + name,
      help,
      registers,
      async collect() {
        this.set(
          await Promise.resolve()
            .then(read)
            .catch(() => NaN),
        );
      },
    });
  };
  return {
    count: (name, help, labelNames) => {
      const counter = new Counter({ name: PREFIX + name, help, labelNames: [...labelNames], registers });
      return { add: (labels) => counter.inc({ ...labels }) };
    },
    durations: (name, help, labelNames = []) => {
      const histogram = new Histogram({
        name: PREFIX + name,
        help,
        labelNames: [...labelNames],
        buckets: SECONDS,
        registers,
      });
      return { seen: (seconds, labels = {}) => histogram.observe({ ...labels }, Math.max(0, seconds)) };
    },
    gauge,
    gauges: (helps, read) => {
      let asked: ReturnType<typeof read> | undefined;
      const once = (): ReturnType<typeof read> => (asked ??= read().finally(() => (asked = undefined)));
      for (const [name, help] of Object.entries(helps))
        gauge(name, help, async () => (await once())[name] ?? NaN);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
