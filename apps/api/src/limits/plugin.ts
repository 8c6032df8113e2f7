import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type GraphQLError } from 'graphql';
import type { GraphContext } from '../context.js';
import type { Admission, Admitted } from './admission.js';
import { refusal } from './limits.js';

/** Asks for admission before an operation over HTTP is carried out, and tells its cost in `extensions.cost`. */
export const admissionPlugin = (admission: Admission): ApolloServerPlugin<GraphContext> => ({
  requestDidStart: async () => {
    let admitted: Admitted | undefined;
    return {
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw onlyBySocket();
        const { operationName, variables } = request;
        const personId = contextValue.actor?.personId;
        admitted = await admission.admit({ schema, document, operationName, variables, personId });
        const [error] = admitted.errors;
        if (error !== undefined) throw error;
      },
      willSendResponse: async ({ response: { body } }) => {
        if (admitted?.cost === undefined || body.kind !== 'single') return;
        body.singleResult.extensions = { ...body.singleResult.extensions, cost: admitted.cost };
      },
    };
  },
});

const onlyBySocket = (): GraphQLError =>
  refusal('BAD_USER_INPUT', 'Subscriptions are served over WebSocket at this address, not by POST.');
