import { buildSchema, isObjectType, type GraphQLSchema } from 'graphql';
import { fieldRuleFaults } from '#domain';

/** Every field of every object type, as `Type.field`; interfaces are answered by the types behind them. */
export const schemaFields = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

/** Fields of a schema that no rule says who may read, and rules whose field is gone: a sentence each. */
export const ruleFaults = (schema: string): readonly string[] =>
  fieldRuleFaults(schemaFields(buildSchema(schema)));
