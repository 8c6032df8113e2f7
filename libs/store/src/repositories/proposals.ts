import type { ProposalState } from '#domain';
import { In, type EntityManager } from 'typeorm';
import { ProposalRow } from '../entities/match.entity.js';

export type NewProposal = Omit<ProposalRow, 'sentAt' | 'declineReason' | 'declineNote'>;

export class Proposals {
  constructor(private readonly manager: EntityManager) {}

  byId(id: string): Promise<ProposalRow | null> {
    return this.manager.findOneBy(ProposalRow, { id });
  }

  byIds(ids: readonly string[]): Promise<ProposalRow[]> {
    return this.manager.findBy(ProposalRow, { id: In([...ids]) });
  }

  lock(id: string): Promise<ProposalRow | null> {
    return this.manager.findOne(ProposalRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first. */
  ofMatch(matchId: string): Promise<ProposalRow[]> {
    return this.manager.find(ProposalRow, { where: { matchId }, order: { sentAt: 'DESC', id: 'DESC' } });
  }

  liveOf(matchId: string): Promise<ProposalRow | null> {
    return this.manager.findOne(ProposalRow, {
      where: { matchId, state: 'SENT' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(proposal: NewProposal): Promise<void> {
    await this.manager.insert(ProposalRow, proposal);
  }

  async setState(
    id: string,
    state: ProposalState,
    decline?: { reason: string; note?: string | undefined },
  ): Promise<void> {
    const told = decline && { declineReason: decline.reason, declineNote: decline.note ?? null };
    await this.manager.update(ProposalRow, { id }, { state, ...told });
  }

  async dueToExpire(now: Date): Promise<string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select id from proposal where state = 'SENT' and expires_at <= $1 order by id`,
      [now],
    );
    return rows.map((row) => row.id);
  }
}
