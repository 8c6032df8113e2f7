export { openLog, type Logger } from './log.js';
export { reasonOf } from './fault.js';
export type { Health } from './health.js';
export { openMetrics, type Metrics } from './metrics.js';
export { poolGauges, programHealth } from './program.js';
export { serveMetrics } from './serve.js';
export { inSpan, noteInSpan, openSpan, openTracing } from './tracing.js';
