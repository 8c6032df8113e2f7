/** What GraphiQL begins with: questions that run as they stand for whoever is signed in. */
export const EXAMPLES: readonly string[] = Object.freeze([
  /* GraphQL */ `
    # Who you are, and for whom you act. Run it with Ctrl-Enter.
    query Me {
      viewer {
        name
        firms {
          id
          name
          sites {
            id
            name
          }
        }
        clusters {
          id
          name
        }
      }
    }
  `,
  /* GraphQL */ `
    # Your best matches, each with its checks and the terms of its score.
    query BestMatches($first: Int! = 5) {
      matches(first: $first) {
        edges {
          cursor
          node {
            id
            score
            distanceKm
            netCo2eKg
            checks {
              name
              result
              detail
            }
            offer {
              title
              area
            }
            need {
              title
              area
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  /* GraphQL */ `
    # Which materials a text could mean, and why.
    query Suggest {
      suggestMaterials(text: "tørr flis fra høvleri", side: OFFER) {
        confidence
        why
        material {
          id
          label(locale: "nb")
        }
      }
    }
  `,
  /* GraphQL */ `
    # Stays open; a match that the worker finds appears here.
    subscription News {
      matchFound {
        cursor
        match {
          id
          score
          offer {
            title
          }
          need {
            title
          }
        }
      }
    }
  `,
]);
