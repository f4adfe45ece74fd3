/** One class per promise to a customer, played against the whole application over HTTP. {@link Shop} is the way in. */
package makegood.journeys;
