import { useApolloClient } from '@apollo/client/react';
import { Fieldset, Textfield } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MaterialOfWatchFragment, WatchMaterialsQuery } from '#operations';
import { useLanguage } from '../shared/language.js';
import { Choices } from './choices.js';
import type { WatchValues } from './watch-values.js';
import { WatchMaterials } from './watches.graphql';

/** As long as nobody types on. */
const STILL_MS = 250;
const SHORTEST = 2;

interface Found {
  readonly material: MaterialOfWatchFragment;
  /** A node that others stand below: all of them are watched for. */
  readonly isBranch: boolean;
}

interface MaterialSearchProps {
  readonly values: Pick<WatchValues, 'side' | 'materials'>;
  readonly change: (some: Pick<WatchValues, 'materials'>) => void;
  /** What is wrong with the materials, in words; undefined where nothing is. */
  readonly errorOf: (field: 'materialIds') => string | undefined;
}

/** Searched for in one's own words; what is found, and the branches that it stands below, are chosen one by one. */
export function MaterialSearch({ values, change, errorOf }: MaterialSearchProps) {
  const intl = useIntl();
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const found = useFound(text, values.side);
  const left = found.filter(({ material }) => !values.materials.some((one) => one.id === material.id));
  const labelOf = (material: MaterialOfWatchFragment, isBranch: boolean): string =>
    isBranch
      ? intl.formatMessage({ id: 'watches.branch' }, { material: material[language] })
      : material[language];
  const add = (id: string): void => {
    const materials = left.filter((one) => one.material.id === id).map((one) => one.material);
    change({ materials: [...values.materials, ...materials] });
    setText('');
  };
  return (
    <Fieldset>
      <Fieldset.Legend>
        <FormattedMessage id="watches.materials" />
      </Fieldset.Legend>
      <Textfield
        type="search"
        autoComplete="off"
        label={intl.formatMessage({ id: 'watches.search' })}
        description={intl.formatMessage({ id: 'watches.searchWhy' })}
        value={text}
        error={errorOf('materialIds')}
        onChange={({ target }) => setText(target.value)}
      />
      <Choices
        found={left.map(({ material, isBranch }) => ({
          value: material.id,
          label: labelOf(material, isBranch),
        }))}
        isSearching={text.trim().length >= SHORTEST}
        add={add}
        chosen={values.materials.map((one) => ({ value: one.id, label: one[language] }))}
        drop={(id) => change({ materials: values.materials.filter((one) => one.id !== id) })}
      />
    </Fieldset>
  );
}

function useFound(text: string, side: 'OFFER' | 'NEED'): readonly Found[] {
  const client = useApolloClient();
  const [found, setFound] = useState<readonly Found[]>([]);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < SHORTEST) return;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const { data } = await client.query({ query: WatchMaterials, variables: { text: wanted, side } });
      if (isWanted) setFound(data === undefined ? [] : foundIn(data));
    };
    const timer = window.setTimeout(() => void ask().catch(() => isWanted && setFound([])), STILL_MS);
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [client, wanted, side]);
  return wanted.length < SHORTEST ? [] : found;
}

/** Each node once: first what the words say, then the branches above it. */
function foundIn({ suggestMaterials }: WatchMaterialsQuery): readonly Found[] {
  const leaves = suggestMaterials.map(({ material }) => ({ material, isBranch: false }));
  const branches = suggestMaterials.flatMap(({ material }) =>
    material.broader.map((one) => ({ material: one, isBranch: true })),
  );
  const branchIds = new Set(branches.map(({ material }) => material.id));
  const all = [...leaves, ...branches].map((one) => ({ ...one, isBranch: branchIds.has(one.material.id) }));
  return [...new Map(all.map((one) => [one.material.id, one])).values()];
}
