import { Acting, type Variables } from './acting.js';
import { PASSWORD } from './cast.js';
import type { Visitor } from './visitor.js';

/** How the victims arrange who takes part: invitations, members, keys of the firm, and a sign-in that acts for two. */
export class PeopleStory extends Acting {
  private readonly administrator = this.stage.cast.administrator;

  async play(): Promise<void> {
    await this.invite();
    await this.makeKeys();
    await this.inCluster();
    const { double, firms } = this.stage.cast;
    await this.must(double, 'actFor', { firmId: firms.hidden.id });
    for (const path of ['members', 'apiKeys', 'webhooks', 'invitations', 'accessLog'])
      await this.call(this.administrator, path, { first: 20 });
  }

  /** One that waits, one revoked, one accepted by somebody who stays, one by somebody who is removed. */
  private async invite(): Promise<void> {
    const waiting = await this.person();
    await this.call(this.guest, 'invitation', { token: await this.tokenOf(waiting.email) });
    const revoked = await this.person();
    await this.must(this.administrator, 'revokeInvitation.invitation', { id: revoked.id });
    const stays = await this.person();
    await this.accept(stays.email);
    const role = 'PLANT_MANAGER';
    const personId = await this.personIdOf(stays.email);
    await this.must(this.administrator, 'changeMemberRole.member', { personId, role });
    const leaves = await this.person();
    await this.accept(leaves.email);
    await this.must(this.administrator, 'removeMember', { personId: await this.personIdOf(leaves.email) });
  }

  private async makeKeys(): Promise<void> {
    const input = (): Variables => ({
      name: this.stage.mint.word('program'),
      scopes: ['READ', 'LIST', 'TRADE'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await this.must(this.administrator, 'makeApiKey.key', { input: input() });
    const { key } = await this.must(this.administrator, 'makeApiKey.key', { input: input() });
    await this.must(this.administrator, 'revokeApiKey.key', { id: key?.id });
  }

  /** A firm that is asked to take part, and somebody to help the cluster's staff. */
  private async inCluster(): Promise<void> {
    const { mint, cast } = this.stage;
    const staff = this.as('staff');
    const clusterId = cast.clusters.here;
    const input = {
      clusterId,
      email: this.address(),
      name: mint.word('invitedfirm'),
      orgNumber: mint.orgNumber(),
      naceCode: '16.10',
      municipalityNumber: '3401',
      siteName: mint.word('invitedsite'),
      latitude: mint.number(602, 2),
      longitude: mint.number(119, 2),
    };
    await this.must(staff, 'inviteFirm.invitation', { input });
    const helper = { clusterId, email: this.address(), role: 'AUDITOR' };
    await this.must(staff, 'inviteStaff.invitation', { input: helper });
  }

  private get guest(): Visitor {
    return this.stage.cast.nobody;
  }

  private address(): string {
    return `${this.stage.mint.word('invited')}@probe.example`.toLowerCase();
  }

  private async person(): Promise<{ readonly email: string; readonly id: string | undefined }> {
    const email = this.address();
    const input = { email, role: 'BUYER' };
    const { invitation } = await this.must(this.administrator, 'invitePerson.invitation', { input });
    return { email, id: invitation?.id };
  }

  private async accept(email: string): Promise<void> {
    const token = await this.tokenOf(email);
    const name = this.stage.mint.word('person');
    await this.must(this.guest, 'acceptInvitation', { token, name, password: PASSWORD });
  }

  /** Only the mail has it. */
  private async tokenOf(email: string): Promise<string> {
    const link = await this.one(`select facts ->> 'link' as found from mail where recipient = $1`, email);
    return new URL(link).hash.slice(1);
  }

  private personIdOf(email: string): Promise<string> {
    return this.one('select id as found from auth."user" where email = $1', email);
  }
}
