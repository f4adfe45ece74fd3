/** A store's settings (platform, zone, language, calendar, promises, limits), dated, and its products. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "clocks"})
package makegood.stores;
