/** What was sold: orders with lines, payments, parcels and their scans, the money held on them, and return windows. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "stores", "clocks", "texts"})
package makegood.orders;
