import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WEBHOOK_EVENTS, WEBHOOK_SOURCES, webhookTold } from './message.js';

const ALL = { listingId: 'l', matchId: 'm', proposalId: 'p', agreementId: 'a', deliveryId: 'd' };

describe('what a webhook may carry', () => {
  it('example: what its name carries, and no other id', () => {
    expect(webhookTold({ type: 'matchFound', matchId: 'm', agreementId: 'a' })).toEqual({
      type: 'match.found',
      data: { matchId: 'm' },
    });
  });

  it.each([
    ['matchFound', 'match.found', { matchId: 'm', listingId: 'l' }],
    ['proposalSent', 'proposal.changed', { proposalId: 'p', matchId: 'm' }],
    ['proposalChanged', 'proposal.changed', { proposalId: 'p', matchId: 'm' }],
    ['agreementMade', 'agreement.changed', { agreementId: 'a', matchId: 'm', proposalId: 'p' }],
    ['agreementEnded', 'agreement.changed', { agreementId: 'a', matchId: 'm', proposalId: 'p' }],
    ['deliveryRecorded', 'delivery.recorded', { deliveryId: 'd', agreementId: 'a', matchId: 'm' }],
    ['deliveriesRecorded', 'delivery.recorded', { deliveryId: 'd', agreementId: 'a', matchId: 'm' }],
    ['deliveryVerified', 'delivery.recorded', { deliveryId: 'd', agreementId: 'a', matchId: 'm' }],
    ['deliveryCorrected', 'delivery.recorded', { deliveryId: 'd', agreementId: 'a', matchId: 'm' }],
  ])('%s', (type, name, data) => {
    expect(webhookTold({ type, ...ALL })).toEqual({ type: name, data });
  });

  it.each([
    'watchFound',
    'listingChanged',
    'matchDeclined',
    'figuresRefreshed',
    'disclosureAsked',
    '',
    'constructor',
  ])('nothing of %j', (type) => expect(webhookTold({ type, ...ALL })).toBeUndefined());

  it('law: what the table does not name leaves nothing, and nothing but ids leaves of what it names', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...WEBHOOK_SOURCES)), fc.object(), (type, more) => {
        const told = webhookTold({ ...more, type, ...ALL });
        if (!WEBHOOK_SOURCES.includes(type)) return told === undefined;
        return Object.entries(told?.data ?? {}).every(([name, id]) => ALL[name as keyof typeof ALL] === id);
      }),
    );
    expect(WEBHOOK_SOURCES.length).toBe(Object.values(WEBHOOK_EVENTS).flatMap((one) => one.of).length);
  });
});
