import type { Basis } from '#domain';
import type { EntityManager } from 'typeorm';

/** What a cluster shows to everybody since a moment; without years nothing. */
export interface PublishedPageRow {
  readonly years: readonly number[];
  readonly figures: readonly string[];
  readonly bases: readonly Exclude<Basis, 'POTENTIAL'>[];
  /** 64 hexadecimal digits; null where the cluster had no entry yet. */
  readonly chainHead: string | null;
  readonly at: Date;
}

export interface NewPublishedPage extends Pick<PublishedPageRow, 'years' | 'figures'> {
  readonly id: string;
  readonly clusterId: string;
  readonly bases: readonly Basis[];
  readonly chainHead: string | undefined;
  readonly by: string;
  readonly at: Date;
}

/** The choices of clusters, one after the other; none is changed or taken back. */
export class PublishedPages {
  constructor(private readonly manager: EntityManager) {}

  async append({ id, clusterId, years, figures, bases, chainHead, by, at }: NewPublishedPage): Promise<void> {
    await this.manager.query(
      `insert into published_page (id, cluster_id, years, figures, bases, chain_head, by_person, at)
       values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8)`,
      [id, clusterId, years, figures, bases, chainHead ?? null, by, at],
    );
  }

  /** What is shown now, with the cluster; undefined for a slug of none, and of one that never chose. */
  async current(
    slug: string,
  ): Promise<(PublishedPageRow & { readonly clusterId: string; readonly name: string }) | undefined> {
    const rows = await this.manager.query<
      (PublishedPageRow & { readonly clusterId: string; readonly name: string })[]
    >(
      `select c.id as "clusterId", c.name, p.years, p.figures, p.bases, encode(p.chain_head, 'hex') as "chainHead", p.at
         from cluster c join published_page p on p.cluster_id = c.id
        where c.slug = $1 order by p.position desc limit 1`,
      [slug],
    );
    return rows[0];
  }

  /**
   * Newest first, with the name of who chose, as long as there is such an account.
   *
   * @param id only this one
   */
  history(
    clusterId: string,
    first: number,
    id?: string,
  ): Promise<(PublishedPageRow & { readonly by: string | null })[]> {
    return this.manager.query(
      `select p.years, p.figures, p.bases, encode(p.chain_head, 'hex') as "chainHead", p.at, u.name as by
         from published_page p left join auth."user" u on u."id" = p.by_person
        where p.cluster_id = $1 and ($3::uuid is null or p.id = $3) order by p.position desc limit $2`,
      [clusterId, first, id ?? null],
    );
  }
}
