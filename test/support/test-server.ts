/** Names of the variables that tell a worker of jest where its server is, and as whom the programs sign in there. */
export const variablesOf = (
  worker: number | string,
): { readonly database: string; readonly programs: string } => ({
  database: `BISTROM_TEST_DATABASE_${worker}`,
  programs: `BISTROM_TEST_PROGRAMS_${worker}`,
});

/** Addresses of the server of the worker that asks. */
export function testServer(): { readonly url: string; readonly programsUrl: string } {
  const { database, programs } = variablesOf(process.env['JEST_WORKER_ID'] ?? '1');
  const url = process.env[database];
  if (url === undefined) throw new Error('No test server: run through jest, whose global set-up starts it.');
  return { url, programsUrl: process.env[programs] ?? url };
}
