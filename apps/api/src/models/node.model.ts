import { Field, ID, InterfaceType, ObjectType } from '@nestjs/graphql';

@InterfaceType('Node')
export abstract class NodeModel {
  @Field(() => ID)
  id: string;
}

@ObjectType('PageInfo')
export class PageInfoModel {
  @Field(() => Boolean)
  hasNextPage: boolean;
  @Field(() => Boolean)
  hasPreviousPage: boolean;
  @Field(() => String, { nullable: true })
  startCursor?: string;
  @Field(() => String, { nullable: true })
  endCursor?: string;
}
