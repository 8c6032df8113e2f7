import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Config } from '#config';
import { CONFIG, READY } from './tokens.js';

/** What is asked of the server beside GraphQL: is it well, what is its schema, which logins has the demo. */
@Controller()
export class PagesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(READY) private readonly isReady: () => Promise<boolean>,
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
  ) {}

  /** The process turns. */
  @Get('livez')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The database answers and every migration has run. */
  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    const ready = await this.isReady().catch(() => false);
    if (!ready)
      throw new ServiceUnavailableException('The database does not answer, or migrations are missing.');
    return { status: 'ok' };
  }

  @Get('schema.graphql')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  schema(): string {
    return printSchema(lexicographicSortSchema(this.host.schema));
  }

  /** Only in local mode, where the page shows the logins of the demo. */
  @Get('demo.json')
  demo(): Config['demo'] | null {
    return this.config.demo ?? null;
  }
}
