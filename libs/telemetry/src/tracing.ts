import {
  context,
  diag,
  DiagLogLevel,
  propagation,
  ProxyTracerProvider,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { Attributes, Context, Span } from '@opentelemetry/api';
import type { Logger } from './log.js';
import { reasonOf } from './fault.js';

/**
 * All that a span may tell: words of the program and numbers. No statement, document or variable goes to whoever
 * collects traces, so no library's own instrumentation is used.
 */
export interface SpanFacts {
  readonly 'http.response.status_code'?: number;
  readonly 'bistrom.request_id'?: string;
  /** Of the page's own documents; all others are `other`. */
  readonly 'bistrom.operation'?: string;
  /** Numbers of the requests that a job answers. */
  readonly 'bistrom.job_requests'?: readonly string[];
}

export interface SpanTold {
  /** Of a known few: route, or name of a job. */
  readonly name: string;
  readonly kind: 'SERVER' | 'CONSUMER';
  readonly facts: SpanFacts;
  /** In the form of W3C Trace Context: what this goes on with. */
  readonly traceParents?: readonly (string | null)[];
}

/** A piece of work that is being traced. */
export interface OpenSpan {
  /** What runs in it, and what that begins, belongs to it. */
  within<T>(work: () => T): T;
  /** @param error what it ended with, told in kind and code */
  end(facts?: SpanFacts, error?: unknown): void;
}

const NAME = 'bistrom';

/** Costs next to nothing as long as tracing is off. */
export function openSpan({ name, kind, facts, traceParents = [] }: SpanTold): OpenSpan {
  const [parent, ...others] = traceParents.flatMap(contextOf);
  const links = others.flatMap((one) => trace.getSpanContext(one) ?? []).map((of) => ({ context: of }));
  const from = parent ?? context.active();
  const span = trace
    .getTracer(NAME)
    .startSpan(name, { kind: SpanKind[kind], attributes: attributesOf(facts), links }, from);
  return {
    within: (work) => context.with(trace.setSpan(from, span), work),
    end: (told, error) => {
      if (told !== undefined) span.setAttributes(attributesOf(told));
      if (error !== undefined) failed(span, error);
      span.end();
    },
  };
}

/** Does work in a span that ends with it. */
export async function inSpan<T>(told: SpanTold, work: () => Promise<T>): Promise<T> {
  const span = openSpan(told);
  try {
    const result = await span.within(work);
    span.end();
    return result;
  } catch (error) {
    span.end(undefined, error);
    throw error;
  }
}

/** Adds to the span that is under way. */
export const noteInSpan = (facts: SpanFacts): void =>
  void trace.getActiveSpan()?.setAttributes(attributesOf(facts));

export interface Tracing {
  /** Sends what has not been sent. */
  close(): Promise<void>;
}

/**
 * Sends spans to a collector that speaks OTLP over HTTP. The packages are loaded only where one is named.
 *
 * @param collector its address, without the path; off where there is none
 */
export async function openTracing(
  program: 'api' | 'worker',
  collector: string | undefined,
  log: Logger,
): Promise<Tracing> {
  if (collector === undefined) return { close: async () => undefined };
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const away = (): void => log.warn('Traces could not be sent to their collector');
  const nothing = (): void => undefined;
  const diagnosis = { error: away, warn: away, info: nothing, debug: nothing, verbose: nothing };
  diag.setLogger(diagnosis, { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true });
  const exporter = new OTLPTraceExporter({ url: new URL('/v1/traces', collector).href });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `${NAME}-${program}` }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  // Libraries that trace themselves tell what has not been ruled on here: they get a tracer that tells nothing.
  trace.disable();
  const silent = new ProxyTracerProvider();
  trace.setGlobalTracerProvider({
    getTracer: (name) => (name === NAME ? provider : silent).getTracer(name),
  });
  return { close: () => provider.shutdown().catch(away) };
}

function contextOf(traceparent: string | null): readonly Context[] {
  return traceparent === null ? [] : [propagation.extract(context.active(), { traceparent })];
}

function failed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: reasonOf(error) });
}

const attributesOf = (facts: SpanFacts): Attributes => ({ ...facts }) as Attributes;
