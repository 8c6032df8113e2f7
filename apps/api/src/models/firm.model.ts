import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { Actor } from '#domain';
import { NodeModel } from './node.model.js';

@ObjectType('Site', { implements: () => [NodeModel] })
export class SiteModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => Float)
  latitude: number;
  @Field(() => Float)
  longitude: number;
}

@ObjectType('Place')
export class PlaceModel {
  @Field(() => Float)
  latitude: number;
  @Field(() => Float)
  longitude: number;
  @Field(() => Float, { description: 'How well the position is known, km; 0 is the very spot.' })
  radiusKm: number;
}

@ObjectType('Firm', { implements: () => [NodeModel] })
export class FirmModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => [SiteModel], { description: 'Those disclosed to the viewer.' })
  sites: readonly SiteModel[];
}

@ObjectType('Cluster', { implements: () => [NodeModel] })
export class ClusterModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => String)
  name: string;
  @Field(() => String)
  slug: string;
}

@ObjectType('Viewer')
export class ViewerModel {
  @Field(() => String)
  name: string;
  @Field(() => [FirmModel], {
    description: 'All that the viewer may act for, the one that the request acts for first.',
  })
  firms: readonly FirmModel[];
  @Field(() => [ClusterModel])
  clusters: readonly ClusterModel[];
  /** Resolved. */
  acting: Actor;
}
