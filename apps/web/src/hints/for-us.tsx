import { Button, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { HintsAboutUsQuery } from '#operations';
import { useAct } from '../shared/act.js';
import { Confirm } from '../shared/confirm.js';
import { useLocale } from '../shared/locale.js';
import { Empty } from '../shared/page.js';
import { Refusal } from '../shared/refusal.js';
import { Whole } from '../shared/whole.js';
import { useToast } from '../shell/toasts.js';
import { ClaimHint, HintsAboutUs, RejectHint } from './hints.graphql';

type Said = HintsAboutUsQuery['hintsForUs'][number];

/** What waits for an answer of the firm; for its administrators. */
export function ForUs() {
  const intl = useIntl();
  const result = useQuery(HintsAboutUs, { variables: { locale: useLocale() } });
  const refresh = (): void => void result.refetch().catch(() => undefined);
  return (
    <Whole result={result}>
      {({ hintsForUs }) =>
        hintsForUs.length === 0 ? (
          <Empty title={intl.formatMessage({ id: 'hints.forUs.none' })} />
        ) : (
          <ul className="rows">
            {hintsForUs.map((said) => (
              <Row key={said.id} said={said} onChanged={refresh} />
            ))}
          </ul>
        )
      }
    </Whole>
  );
}

interface RowProps {
  readonly said: Said;
  readonly onChanged: () => void;
}

function Row({ said, onChanged }: RowProps) {
  const { state, side, text, amountText, siteName, material } = said;
  return (
    <li>
      <div className="row-main">
        <span className="hints-head">
          <Tag data-size="sm" data-color="neutral">
            <FormattedMessage id={`hints.side.${side}`} />
          </Tag>
          <strong>{text}</strong>
        </span>
        <small className="quiet hints-facts">
          {[amountText, siteName].map((word) => word !== null && <span key={word}>{word}</span>)}
          {material !== null && (
            <span>
              <FormattedMessage id="hints.material" values={{ material: material.label }} />
            </span>
          )}
          <Source said={said} />
        </small>
      </div>
      {state === 'TIED' ? (
        <div className="row-deeds">
          <Claim said={said} />
          <Reject said={said} onChanged={onChanged} />
        </div>
      ) : (
        <Tag data-size="sm" data-color="success">
          <FormattedMessage id={`hints.forUs.state.${state}`} />
        </Tag>
      )}
    </li>
  );
}

const Source = ({ said: { source, workshopName, clusterName, statedAt } }: { readonly said: Said }) => (
  <span>
    <FormattedMessage
      id="hints.forUs.from"
      values={{
        source: workshopName ?? source,
        cluster: clusterName,
        day: <FormattedDate value={statedAt} dateStyle="medium" />,
      }}
    />
  </span>
);

/** It is ours: the draft is opened at once. */
function Claim({ said: { id, text } }: { readonly said: Said }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { act, busy, trouble } = useAct(ClaimHint);
  const claim = async (): Promise<void> => {
    const done = await act({ id });
    if (done !== undefined) await navigate({ href: `/listings/new?draft=${done.draft.id}` });
  };
  return (
    <>
      <Button
        data-size="sm"
        loading={busy}
        aria-label={intl.formatMessage({ id: 'hints.claim.of' }, { text })}
        onClick={() => void claim()}
      >
        <FormattedMessage id="hints.claim" />
      </Button>
      <Refusal trouble={trouble} />
    </>
  );
}

function Reject({ said: { id, text }, onChanged }: RowProps) {
  const intl = useIntl();
  const tell = useToast();
  const [asking, setAsking] = useState(false);
  const { act, busy, trouble } = useAct(RejectHint);
  const reject = async (): Promise<void> => {
    if ((await act({ id })) === undefined) return;
    setAsking(false);
    tell(<FormattedMessage id="hints.reject.done" />);
    onChanged();
  };
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={intl.formatMessage({ id: 'hints.reject.of' }, { text })}
        onClick={() => setAsking(true)}
      >
        <FormattedMessage id="hints.reject" />
      </Button>
      {asking && (
        <Confirm
          title={intl.formatMessage({ id: 'hints.reject.title' })}
          deed={intl.formatMessage({ id: 'hints.reject' })}
          busy={busy}
          onDeed={() => void reject()}
          onClose={() => setAsking(false)}
        >
          <FormattedMessage id="hints.reject.what" values={{ text }} />
          <Refusal trouble={trouble} />
        </Confirm>
      )}
    </>
  );
}
