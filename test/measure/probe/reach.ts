import type { GraphQLSchema } from 'graphql';
import { schemaFields } from '../../../apps/api/src/field-rules.js';

/** Which fields of the schema somebody has been given a value of. */
export class Reach {
  private readonly fields: ReadonlySet<string>;
  private readonly seen = new Set<string>();
  private readonly roots: Readonly<Record<string, string | undefined>>;

  constructor(schema: GraphQLSchema) {
    this.fields = new Set(schemaFields(schema));
    this.roots = {
      query: schema.getQueryType()?.name,
      mutation: schema.getMutationType()?.name,
      subscription: schema.getSubscriptionType()?.name,
    };
  }

  /** @param data of an answer whose every selection asks for `__typename` */
  note(kind: string, data: unknown): void {
    this.walk(this.roots[kind], data);
  }

  get share(): number {
    return this.seen.size / this.fields.size;
  }

  get missing(): readonly string[] {
    return [...this.fields].filter((field) => !this.seen.has(field));
  }

  private walk(type: string | undefined, value: unknown): void {
    if (Array.isArray(value)) return value.forEach((one) => this.walk(undefined, one));
    if (typeof value !== 'object' || value === null) return;
    const { __typename: stated, ...rest } = value as Record<string, unknown>;
    const name = typeof stated === 'string' ? stated : type;
    for (const [field, inner] of Object.entries(rest)) {
      const of = `${name}.${field}`;
      if (inner !== null && this.fields.has(of)) this.seen.add(of);
      this.walk(undefined, inner);
    }
  }
}
