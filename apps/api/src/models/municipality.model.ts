import { Field, Float, ObjectType } from '@nestjs/graphql';

@ObjectType('Municipality', { description: 'As the land registry numbers it.' })
export class MunicipalityModel {
  @Field(() => String)
  number: string;
  @Field(() => String)
  name: string;
  @Field(() => Float, { description: 'Of a point inside, where its name is written on maps.' })
  latitude: number;
  @Field(() => Float)
  longitude: number;
}
