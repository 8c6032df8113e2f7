export { openLog, type Logger } from './log.js';
export { reasonOf } from './fault.js';
export { healthOf, type Health } from './health.js';
export { openMetrics, type Metrics } from './metrics.js';
export { serveMetrics } from './serve.js';
