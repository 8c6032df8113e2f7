import { useQuery } from '@apollo/client/react';
import { BoardFigures } from '../board/board.graphql';
import { GoalForms } from '../board/goal-forms.js';
import { Goals } from '../board/goals.js';
import type { SeenCluster } from '../board/of-cluster.js';
import { instantsOf, yearInOslo } from '../board/period.js';
import { Whole } from '../shared/whole.js';

/** Goals that stand, and the forms by which staff set new ones. */
export function GoalsTab({ cluster }: { readonly cluster: SeenCluster }) {
  const result = useQuery(BoardFigures, {
    variables: {
      clusterId: cluster.id,
      ...instantsOf(yearInOslo(new Date())),
      basis: 'DELIVERED',
      factorSet: null,
    },
  });
  return (
    <>
      <Whole result={result}>{({ circularity }) => <Goals goals={circularity.goals} />}</Whole>
      <GoalForms clusterId={cluster.id} onSet={() => void result.refetch()} />
    </>
  );
}
