import type { Measured, Say } from '../command.js';
import { atLeast, exactly, figure, table } from '../report.js';
import { withServer } from '../temporary-server.js';
import { probe, type Probed } from './probe.js';

const LEAST_REACHED = 0.9;
const MOST_ROWS = 100;

/** Asks for everything as everybody, and looks for what was planted in all that comes back. */
export async function probeAccess(_values: Readonly<Record<string, unknown>>, say: Say): Promise<Measured> {
  const probed = await withServer({ durable: false }, async (server) =>
    probe(await server.database(), {}, say),
  );
  say(findings(probed));
  return { runs: probed.calls, figures: figuresOf(probed) };
}

function findings({ leaks, unreached, unwatched, unanswered, refusals, changes }: Probed): string {
  const rows = leaks.slice(0, MOST_ROWS).map((one) => [one.identity, one.transport, one.path, one.canary]);
  return [
    `\nRefused: ${[...refusals].map(([code, times]) => `${times} × ${code}`).join(', ')}`,
    `Not reached: ${unreached.join(' ') || 'nothing'}`,
    `Operations never answered: ${unanswered.join(' ') || 'none'}`,
    `Changed: ${changes.join(', ') || 'nothing'}`,
    `Columns without a canary: ${unwatched.join(' ') || 'none'}`,
    ...(rows.length === 0 ? [] : ['', table(['identity', 'transport', 'operation', 'canary'], rows)]),
    ...(leaks.length > MOST_ROWS ? [`… and ${leaks.length - MOST_ROWS} more`] : []),
  ].join('\n');
}

const figuresOf = (probed: Probed): Measured['figures'] => [
  figure({ name: 'canaries', value: probed.leaks.length, unit: '', target: exactly(0) }),
  figure({ name: 'changes', value: probed.changes.length, unit: '', target: exactly(0) }),
  figure({ name: 'columnsWithoutCanary', value: probed.unwatched.length, unit: '', target: exactly(0) }),
  figure({ name: 'operationsUnanswered', value: probed.unanswered.length, unit: '', target: exactly(0) }),
  figure({ name: 'fieldsWithRule', value: probed.fieldsWithRule, unit: '', target: exactly(1) }),
  figure({ name: 'fieldsReached', value: probed.fieldsReached, unit: '', target: atLeast(LEAST_REACHED) }),
  figure({ name: 'canariesPlanted', value: probed.canaries, unit: '' }),
  figure({ name: 'operations', value: probed.operations, unit: '' }),
  figure({ name: 'identities', value: probed.identities, unit: '' }),
  figure({ name: 'messages', value: probed.messages, unit: '' }),
  figure({ name: 'mails', value: probed.mails, unit: '' }),
  figure({ name: 'transports', value: probed.transports, unit: '' }),
];
