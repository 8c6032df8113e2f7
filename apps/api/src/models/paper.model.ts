import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PaperKind } from '#domain';
import type { PaperView } from '#market';
import { PaperKindEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { NodeModel } from './node.model.js';

@ObjectType('DeliveryPaper', {
  implements: () => [NodeModel],
  description:
    'What proves a delivery, such as its weigh note. Sent to POST /api/deliveries/:id/papers, handed out by GET /api/papers/:id.',
})
export class PaperModel extends NodeModel {
  @Field(() => PaperKindEnum)
  kind: PaperKind;
  @Field(() => String)
  fileName: string;
  @Field(() => String, { description: 'By its bytes: application/pdf, image/png or image/jpeg.' })
  mediaType: string;
  @Field(() => Int)
  byteLength: number;
  @Field(() => String, { description: 'Of its bytes, hexadecimal.' })
  sha256: string;
  @Field(() => Boolean, { description: "Whether the viewer's own side attached it." })
  byViewer: boolean;
  @Field(() => DateTimeScalar)
  attachedAt: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From then on it is handed out no more; that it was there stays.',
  })
  removedAt: Date | undefined;
}

export const paperModel = ({ deliveryId: _delivery, removedAt, ...view }: PaperView): PaperModel => ({
  ...view,
  removedAt: removedAt ?? undefined,
});
