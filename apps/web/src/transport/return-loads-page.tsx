import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SharedLorryFragment } from '#operations';
import { wholeText } from '../plans/words.js';
import { useAct } from '../shared/act.js';
import { useLanguage } from '../shared/language.js';
import { Empty } from '../shared/page.js';
import { Refusal } from '../shared/refusal.js';
import { Whole } from '../shared/whole.js';
import { ForStaff } from '../shell/for-staff.js';
import { useToast } from '../shell/toasts.js';
import { endsText, Facts } from './facts.js';
import { ClusterReturnLoads, OfferTransport } from './transport.graphql';
import './transport.css';

const route = getRouteApi('/cluster/$slug/return-loads');

/** Agreements of a cluster whose lorries would drive home empty, in pairs that one lorry could serve. */
export function ReturnLoadsPage() {
  const intl = useIntl();
  return (
    <ForStaff
      slug={route.useParams().slug}
      title={intl.formatMessage({ id: 'transport.loads.title' })}
      lead={(cluster) => <FormattedMessage id="transport.loads.lead" values={{ cluster }} />}
      others={<FormattedMessage id="transport.loads.auditor" />}
    >
      {(clusterId) => <Pairs clusterId={clusterId} />}
    </ForStaff>
  );
}

function Pairs({ clusterId }: { readonly clusterId: string }) {
  const intl = useIntl();
  const result = useQuery(ClusterReturnLoads, { variables: { clusterId } });
  const again = (): void => void result.refetch().catch(() => undefined);
  return (
    <Whole result={result}>
      {({ returnLoads: { pairs, nok, factorSet } }) =>
        pairs.length === 0 ? (
          <Empty title={intl.formatMessage({ id: 'transport.loads.none' })}>
            <Paragraph>
              <FormattedMessage id="transport.loads.noneWhy" />
            </Paragraph>
          </Empty>
        ) : (
          <>
            <Paragraph>
              <FormattedMessage
                id="transport.loads.sum"
                values={{ count: pairs.length, nok: wholeText(intl, String(nok)), factorSet }}
              />
            </Paragraph>
            <ul className="transport-rows">
              {pairs.map((pair) => (
                <Pair
                  key={pair.loads.map((one) => one.agreementId).join()}
                  clusterId={clusterId}
                  pair={pair}
                  onOffered={again}
                />
              ))}
            </ul>
          </>
        )
      }
    </Whole>
  );
}

interface PairProps {
  readonly clusterId: string;
  readonly pair: SharedLorryFragment;
  readonly onOffered: () => void;
}

function Pair({ clusterId, pair, onOffered }: PairProps) {
  const intl = useIntl();
  const { language } = useLanguage();
  const { loads, tours, emptyKmBefore, emptyKmAfter, nok, co2eKg, offered } = pair;
  return (
    <li className="card transport">
      <Heading level={2} data-size="xs">
        {intl.formatList(loads.map(({ material }) => material[language]))}
      </Heading>
      <ul>
        {loads.map(({ agreementId, giver, taker, from, to }) => (
          <li key={agreementId}>
            <FormattedMessage
              id="transport.loads.way"
              values={{ giver, taker, from: from ?? '–', to: to ?? '–' }}
            />
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          ['transport.tours', intl.formatNumber(tours)],
          [
            'transport.loads.empty',
            `${wholeText(intl, emptyKmBefore.central)} → ${wholeText(intl, emptyKmAfter.central)}`,
          ],
          ['transport.loads.nok', endsText(intl, nok)],
          ['transport.loads.co2e', endsText(intl, co2eKg)],
        ]}
      />
      {offered === null ? (
        <Offer clusterId={clusterId} pair={pair} onOffered={onOffered} />
      ) : (
        <div>
          <Tag data-color={offered === 'OPENED' ? 'success' : 'info'}>
            <FormattedMessage id={`transport.loads.state.${offered}`} />
          </Tag>
        </div>
      )}
    </li>
  );
}

function Offer({ clusterId, pair: { loads }, onOffered }: PairProps) {
  const tell = useToast();
  const { act, busy, trouble } = useAct(OfferTransport);
  const [one, other] = loads;
  if (one === undefined || other === undefined) return null;
  const offer = async (): Promise<void> => {
    const input = { clusterId, agreementId: one.agreementId, withAgreementId: other.agreementId };
    if ((await act({ input })) === undefined) return;
    tell(<FormattedMessage id="transport.loads.offered" />);
    onOffered();
  };
  return (
    <>
      <Refusal trouble={trouble} />
      <div className="transport-deeds">
        <Button variant="secondary" loading={busy} onClick={() => void offer()}>
          <FormattedMessage id="transport.loads.offer" />
        </Button>
      </div>
    </>
  );
}
