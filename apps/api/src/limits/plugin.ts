import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type GraphQLError } from 'graphql';
import type { GraphContext } from '../context.js';
import type { Admission, Admitted, Candidate } from './admission.js';
import { refusal } from './limits.js';

/** Asks for admission before an operation over HTTP is carried out, and tells its cost in `extensions.cost`. */
export const admissionPlugin = (admission: Admission): ApolloServerPlugin<GraphContext> => ({
  requestDidStart: async () => {
    let asked: { readonly candidate: Candidate; readonly admitted: Admitted } | undefined;
    return {
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw onlyBySocket();
        const { operationName, variables } = request;
        const candidate = { schema, document, operationName, variables, actor: contextValue.actor };
        asked = { candidate, admitted: await admission.admit(candidate) };
        const [error] = asked.admitted.errors;
        if (error !== undefined) throw error;
      },
      willSendResponse: async ({ response: { body, http }, errors }) => {
        if (asked?.admitted.cost === undefined || body.kind !== 'single') return;
        const { candidate, admitted } = asked;
        const { singleResult } = body;
        const isWhole = errors === undefined || errors.length === 0;
        const cost = isWhole
          ? await admission.settle(candidate, asked.admitted.cost, singleResult.data)
          : asked.admitted.cost;
        singleResult.extensions = { ...singleResult.extensions, cost };
        const retryAfter = admitted.errors[0]?.extensions['retryAfter'];
        if (typeof retryAfter === 'number') http.headers.set('retry-after', String(retryAfter));
      },
    };
  },
});

const onlyBySocket = (): GraphQLError =>
  refusal('BAD_USER_INPUT', 'Subscriptions are served over WebSocket at this address, not by POST.');
