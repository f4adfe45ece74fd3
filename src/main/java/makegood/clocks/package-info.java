/** Working calendars, service clocks and platform deadlines of cases and tasks, their pauses and breaches. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package makegood.clocks;
