import { parseArgs, type ParseArgsConfig } from 'node:util';
import { InputError } from './input-error.js';
import { MissingToolError } from './missing-tool-error.js';
import { isMet, machine, reportTable, writeReport, type Figure, type Report } from './report.js';

export type Say = (line: string) => void;

/** What a command found out. */
export interface Measured {
  readonly runs: number;
  readonly figures: readonly Figure[];
}

export interface Command<Options extends NonNullable<ParseArgsConfig['options']>> {
  readonly name: string;
  /** One line on how it is called. */
  readonly usage: string;
  /** Those of the command; `--json FILE` comes with every one. */
  readonly options: Options;
  readonly work: (values: Readonly<Record<string, unknown>>, say: Say) => Promise<Measured>;
}

const say: Say = (line) => void process.stdout.write(`${line}\n`);
const complain: Say = (line) => void process.stderr.write(`${line}\n`);

/**
 * Runs a command that prints figures: the table for people, the JSON file whatever the outcome, and as exit code 0
 * when every target is met, 2 for wrong input, 3 for a tool that this machine lacks, 1 for all else.
 */
export async function run<Options extends NonNullable<ParseArgsConfig['options']>>(
  command: Command<Options>,
): Promise<void> {
  const values = readValues(command);
  if (values === undefined) return;
  const { json } = values;
  const report = await outcomeOf(command, values);
  if (typeof json === 'string') writeReport(json, report);
  if (report.error === undefined) say(`\n${reportTable(report)}`);
  if (!isMet(report) && process.exitCode === undefined) process.exitCode = 1;
}

function readValues<Options extends NonNullable<ParseArgsConfig['options']>>({
  options,
  usage,
}: Command<Options>): Readonly<Record<string, unknown>> | undefined {
  try {
    return parseArgs({ options: { ...options, json: { type: 'string' } }, strict: true }).values;
  } catch (error) {
    complain(`${(error as Error).message}\nUsage: ${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

async function outcomeOf<Options extends NonNullable<ParseArgsConfig['options']>>(
  { name, work, usage }: Command<Options>,
  values: Readonly<Record<string, unknown>>,
): Promise<Report> {
  const head = { name, machine: machine() };
  try {
    return { ...head, ...(await work(values, say)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.exitCode = codeOf(error);
    if (error instanceof InputError) complain(`${message}\nUsage: ${usage}`);
    else complain(error instanceof MissingToolError ? message : ((error as Error).stack ?? message));
    return { ...head, runs: 0, figures: [], error: message };
  }
}

function codeOf(error: unknown): number {
  if (error instanceof InputError) return 2;
  return error instanceof MissingToolError ? 3 : 1;
}
