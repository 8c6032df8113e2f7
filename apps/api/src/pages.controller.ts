import { Controller, Get, Header, Inject, ServiceUnavailableException, UseFilters } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Config } from '#config';
import type { Health } from '#telemetry';
import { CONFIG, HEALTH } from './tokens.js';
import { UnavailableFilter } from './unavailable.js';

/** What is asked of the server beside GraphQL: is it well, what is its schema, which logins has the demo. */
@Controller()
@UseFilters(UnavailableFilter)
export class PagesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(HEALTH) private readonly health: Health,
    @Inject(GraphQLSchemaHost) private readonly host: GraphQLSchemaHost,
  ) {}

  /** The process turns. */
  @Get('livez')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** The database answers, every migration has run, the relay is not far behind, and the program is not stopping. */
  @Get('readyz')
  async ready(): Promise<{ status: string; checks: Readonly<Record<string, string>> }> {
    const { ready, checks } = await this.health();
    if (!ready) throw new ServiceUnavailableException({ status: 'not ready', checks });
    return { status: 'ok', checks };
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
