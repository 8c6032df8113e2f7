import type { ApolloClient } from '@apollo/client';
import { ActFor } from './viewer.graphql';

const KEY = 'bistrom-acting-for';

/** Of this tab: two windows may act for two firms. */
export const actingFor = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;
export const forgetActingFor = (): void => sessionStorage.removeItem(KEY);

/** Told to the server too, so that the next window begins with it. */
export async function actFor(client: ApolloClient, firmId: string): Promise<void> {
  await client.mutate({ mutation: ActFor, variables: { firmId } });
  sessionStorage.setItem(KEY, firmId);
  await client.resetStore();
}
