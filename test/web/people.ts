import { FlowClient } from '../../apps/local/src/flow/client.js';
import { SITES } from '../../apps/local/src/flow/documents.js';
import type { Member, Running } from '../support/running.js';

export const PASSWORD = 'a password for the page';

export const emailOf = (who: 'plant' | 'buyer' | 'staff'): string => `${who}@demo.bistrom.example`;

interface Viewer {
  readonly viewer: {
    readonly firms: readonly { id: string; name: string; sites: readonly { id: string }[] }[];
  };
}

/** A person of a firm beside the page, at the API. */
export async function atTheApi(
  running: Running,
  who: 'plant' | 'buyer',
): Promise<Member & { readonly firmName: string }> {
  const email = emailOf(who);
  const client = await FlowClient.signIn(running.url, email, PASSWORD);
  const [firm] = (await client.ask<Viewer>(SITES)).viewer.firms;
  const [site] = firm?.sites ?? [];
  if (firm === undefined || site === undefined) throw new Error(`${email} has no firm with a site.`);
  return { client, email, firmId: firm.id, firmName: firm.name, siteId: site.id };
}
