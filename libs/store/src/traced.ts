import { context, propagation, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Role } from './roles.js';

/** A transaction as a trace shows it: how long, and in which role; never what was asked. Nothing where tracing is off. */
export function traced<T>(name: 'read' | 'transaction', role: Role, work: () => Promise<T>): Promise<T> {
  return trace
    .getTracer('bistrom')
    .startActiveSpan(name, { attributes: { 'db.role': role } }, async (span) => {
      try {
        return await work();
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
}

/** What whoever goes on with the work later, perhaps in another program, is to name; null where tracing is off. */
export function traceParent(): string | null {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}
