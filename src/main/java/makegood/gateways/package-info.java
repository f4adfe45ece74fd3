/** Real payment gateways: refunds by WeChat Pay, Alipay and Stripe, and what they tell us of their own accord. */
@ApplicationModule(allowedDependencies = {"platform", "departments"})
package makegood.gateways;

import org.springframework.modulith.ApplicationModule;
