import type { GoalFigure } from '#operations';

/** What a goal may be about, each with the unit that it is set in; a test holds them to the domain's. */
export const GOAL_UNITS: Readonly<Record<GoalFigure, string>> = {
  materialMoved: 't',
  energyMoved: 'MWh',
  volumeMoved: 'm3',
  gasMoved: 'Nm3',
  piecesMoved: 'pcs',
  virginMaterialDisplaced: 't',
  netCo2eAvoided: 'kg CO2e',
  transportWork: 'tkm',
  salesValue: 'NOK',
  exchanges: '1',
  firms: '1',
  crossIndustryExchanges: '1',
  turnoverGained: 'NOK',
  rawMaterialSpared: 't',
};
