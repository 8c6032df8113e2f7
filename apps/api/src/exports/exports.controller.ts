import { Controller, Get, Inject, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { calendarYear, instantOf, addDays } from '#domain';
import type { Market } from '#market';
import { ACTING_FOR, NotYourFirm, type Caller, type Callers } from '../callers.js';
import { knownId } from '../ids.js';
import type { Admission } from '../limits/admission.js';
import { ADMISSION, CALLERS, MARKET } from '../tokens.js';
import { UnavailableFilter } from '../unavailable.js';
import {
  attachment,
  refuse,
  refuseForNow,
  refuseOtherFirm,
  refuseQuery,
  refuseStranger,
  send,
  type Answer,
} from './answers.js';
import { bundleOf } from './bundle/bundle.js';
import { DOCUMENT_HEADERS } from './document.js';
import { fileOf, formIn } from './files.js';
import { firmJson, firmSheets } from './firm-tables.js';
import { Question, type Query as Asked } from './question.js';
import { reportPage } from './report-page.js';
import { reportJson, reportSheets } from './report-tables.js';

/** Files that are carried away, asked for with a session or a key as GraphQL is, and under the same rights. */
@UseFilters(UnavailableFilter)
@Controller('api/exports')
export class ExportsController {
  constructor(
    @Inject(MARKET) private readonly market: Market,
    @Inject(CALLERS) private readonly callers: Callers,
    @Inject(ADMISSION) private readonly admission: Admission,
  ) {}

  /** A cluster's report for any days: `from`, `to`, `basis`, `format`, `language`, of CSV `part` and `bom`. */
  @Get('clusters/:id/report')
  async report(
    @Param('id') id: string,
    @Query() query: Asked,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const question = new Question(query);
    const form = formIn(question, ['figures', 'flows', 'goals', 'method', 'factors']);
    const asked = { clusterId: knownId(id), ...question.period(), basis: question.basis() };
    await this.answer({ request, response, question }, async (caller) => {
      const outcome = await this.market.exports.report(caller, asked, caller.steppedUp);
      if (!outcome.ok) return outcome;
      const { value } = outcome;
      const { from, to } = value.view.period;
      const name = `${fileName(value.cluster.slug)}-${from}-${to}-${value.basis.toLowerCase()}`;
      const json = (): object => reportJson(value, form.language);
      return fileOf(name, form, () => reportSheets(value, form.language), json);
    });
  }

  /** A year of a cluster on one sheet of paper: `year`, `basis`, `language`. */
  @Get('clusters/:id/page')
  async page(
    @Param('id') id: string,
    @Query() query: Asked,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const question = new Question(query);
    const [year, language, basis] = [question.year(), question.language(), question.basis()];
    const { from, to } = calendarYear(year);
    const span = { from: instantOf(from), to: instantOf(addDays(to, 1)) };
    await this.answer({ request, response, question }, async (caller) => {
      const asked = { clusterId: knownId(id), ...span, basis };
      const outcome = await this.market.exports.report(caller, asked, caller.steppedUp);
      if (!outcome.ok) return outcome;
      return { headers: DOCUMENT_HEADERS, body: reportPage(outcome.value, year, language) };
    });
  }

  /** A cluster's ledger for an auditor outside: `from` and `to` of the sums. */
  @Get('clusters/:id/audit-bundle')
  async bundle(
    @Param('id') id: string,
    @Query() query: Asked,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const question = new Question(query);
    const { from, to } = question.days();
    await this.answer({ request, response, question }, async (caller) => {
      const asked = { cluster: { id: knownId(id) }, from, to };
      const made = await bundleOf(this.market.auditBundles, caller, asked, caller.steppedUp);
      if (!('bytes' in made)) return made;
      return attachment(`${fileName(made.slug)}-${from}-${to}-audit.zip`, 'application/zip', made.bytes);
    });
  }

  /** All of the firm acted for: `format`, `from` and `to` of deliveries and entries, of CSV `part` and `bom`. */
  @Get('firm')
  async firm(
    @Query() query: Asked,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const question = new Question(query);
    const form = formIn(question, ['listings', 'agreements', 'deliveries', 'ledger']);
    const days = { from: question.day('from'), to: question.day('to') };
    await this.answer({ request, response, question }, async (caller) => {
      const outcome = await this.market.exports.firm(caller, days, caller.steppedUp);
      if (!outcome.ok) return outcome;
      const { value } = outcome;
      return fileOf(
        'firm',
        form,
        () => firmSheets(value),
        () => firmJson(value),
      );
    });
  }

  private async answer({ request, response, question }: Exchange, make: Making): Promise<void> {
    const caller = await this.caller(request, response);
    if (caller === undefined) return;
    if (question.problems.length > 0) return refuseQuery(response, question.problems);
    const wait = await this.admission.admitExport(caller);
    if (wait !== undefined) return refuseForNow(response, wait.retryAfter);
    const made = await make(caller);
    if ('body' in made) send(response, made);
    else refuse(response, made.refusal);
  }

  private async caller({ headers }: IncomingMessage, response: ServerResponse): Promise<Caller | undefined> {
    try {
      const caller = await this.callers.of(headers);
      if (caller === undefined) refuseStranger(response);
      return caller;
    } catch (error) {
      if (!(error instanceof NotYourFirm)) throw error;
      refuseOtherFirm(response, `${ACTING_FOR}: ${error.message}`);
      return undefined;
    }
  }
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly question: Question;
}

type Refused = Extract<Awaited<ReturnType<Market['exports']['firm']>>, { readonly ok: false }>;
type Making = (caller: Caller) => Promise<Answer | Refused>;

/** As a header may hold it. */
const fileName = (slug: string): string => slug.replaceAll(/[^a-z\d-]/gi, '');
