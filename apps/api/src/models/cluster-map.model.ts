import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { DaySpan, Side } from '#domain';
import type { ClusterSiteView, PlaceFlowView } from '#market';
import { SideEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { FirmModel, SiteModel } from './firm.model.js';
import { MunicipalityModel } from './municipality.model.js';

@ObjectType('PlaceFlow', {
  description: 'What was delivered from one municipality to another, of one family of materials.',
})
export class PlaceFlowModel {
  @Field(() => MunicipalityModel, { nullable: true, description: 'Null abroad.' })
  from?: MunicipalityModel | undefined;
  @Field(() => MunicipalityModel, { nullable: true, description: 'Null abroad.' })
  to?: MunicipalityModel | undefined;
  @Field(() => String)
  unit: string;
  @Field(() => DecimalScalar)
  value: string;
  @Field(() => Int, { description: 'Agreements that it went under.' })
  exchanges: number;
  /** Resolved. */
  branch: string;
}

@ObjectType('SiteStream', { description: 'What is on the market at a site, of one family of materials.' })
export class SiteStreamModel {
  @Field(() => SideEnum)
  side: Side;
  @Field(() => Int, { description: 'Listings.' })
  count: number;
  /** Resolved. */
  branch: string;
}

@ObjectType('ClusterSite', { description: 'A site of the cluster with something on the market.' })
export class ClusterSiteModel {
  @Field(() => SiteModel)
  site: SiteModel;
  @Field(() => FirmModel)
  firm: FirmModel;
  @Field(() => MunicipalityModel, { nullable: true, description: 'Null abroad.' })
  municipality?: MunicipalityModel | undefined;
  @Field(() => [SiteStreamModel])
  streams: readonly SiteStreamModel[];
}

@ObjectType('ClusterMap', { description: 'What lies where in a cluster.' })
export class ClusterMapModel {
  @Field(() => DateTimeScalar, { description: 'First day covered.' })
  from: Date;
  @Field(() => DateTimeScalar, { description: 'Last day covered.' })
  to: Date;
  /** Resolved. */
  clusterId: string;
  span: DaySpan;
}

export const placeFlowModel = (view: PlaceFlowView): PlaceFlowModel => ({ ...view });

export const clusterSiteModel = ({ firm, site, ...view }: ClusterSiteView): ClusterSiteModel => ({
  ...view,
  site,
  firm: { ...firm, sites: [site] },
});
